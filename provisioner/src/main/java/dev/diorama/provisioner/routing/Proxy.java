package dev.diorama.provisioner.routing;

import dev.diorama.provisioner.state.EnvironmentStore;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.OriginRequestProvider;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The reverse proxy inside the server: requests for an environment's host go to its public service, with the host
 * kept; until there is one, to a page that says how far the environment is. Used on event loops only.
 */
public final class Proxy {
    private static final int CONNECT_TIMEOUT_MILLIS = 5_000;
    private static final int CONNECTIONS_PER_SERVICE = 200;
    private static final List<String> CLAIMS =
            List.of("Forwarded", "X-Real-IP", "X-Forwarded-Port", "X-Forwarded-Prefix", "X-Forwarded-Server");

    private final Vertx vertx;
    private final Links links;
    private final Routes routes;
    private final EnvironmentStore environments;
    private final HttpProxy proxy;

    /** A proxy with a client of its own. */
    public Proxy(Vertx vertx, Links links, Routes routes, EnvironmentStore environments) {
        this.vertx = vertx;
        this.links = links;
        this.routes = routes;
        this.environments = environments;
        var client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
                .setMaxPoolSize(CONNECTIONS_PER_SERVICE));
        this.proxy = HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(true), client)
                .origin(OriginRequestProvider.selector(
                        context -> origin(context.request().proxiedRequest())))
                .addInterceptor(new KeepHost());
    }

    /**
     * Answers a request if its host names an environment.
     *
     * @return whether it did; if not, the request is untouched
     */
    public boolean handle(HttpServerRequest request) {
        var authority = request.authority();
        var named = Optional.ofNullable(authority).flatMap(host -> links.named(host.host()));
        if (authority == null || named.isEmpty()) {
            return false;
        }
        if (routes.port(named.get()).isPresent()) {
            forwarded(request, authority);
            proxy.handle(request);
        } else {
            wait(request, named.get());
        }
        return true;
    }

    private Future<SocketAddress> origin(HttpServerRequest request) {
        var port = Optional.ofNullable(request.authority())
                .flatMap(authority -> links.named(authority.host()))
                .map(routes::port)
                .orElse(OptionalInt.empty());
        return port.isPresent()
                ? Future.succeededFuture(SocketAddress.inetSocketAddress(port.getAsInt(), "127.0.0.1"))
                : Future.failedFuture("The environment was stopped");
    }

    private void wait(HttpServerRequest request, Links.Named named) {
        request.pause();
        vertx.executeBlocking(() -> WaitingPage.of(named, environments.find(named.project(), named.number())), false)
                .onComplete(page -> {
                    request.resume();
                    var response = request.response();
                    if (page.failed()) {
                        response.setStatusCode(503).end();
                        return;
                    }
                    response.setStatusCode(page.result().status())
                            .putHeader("Content-Type", "text/html; charset=utf-8")
                            .putHeader("Cache-Control", "no-store")
                            .putHeader("X-Robots-Tag", "noindex")
                            .end(page.result().html());
                });
    }

    /**
     * What the application may believe of the request: nothing that its sender claimed. Set on the inbound request,
     * because interceptors are not asked about WebSocket upgrades.
     */
    private void forwarded(HttpServerRequest request, HostAndPort authority) {
        CLAIMS.forEach(request.headers()::remove);
        request.headers()
                .set("X-Forwarded-Host", authority.toString())
                .set("X-Forwarded-Proto", links.publicUrl().getScheme())
                .set("X-Forwarded-For", request.remoteAddress().hostAddress());
    }

    private static final class KeepHost implements ProxyInterceptor {
        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            var request = context.request();
            request.setAuthority(request.proxiedRequest().authority());
            return context.sendRequest();
        }

        @Override
        public Future<Void> handleProxyResponse(ProxyContext context) {
            context.response().putHeader("X-Robots-Tag", "noindex");
            return context.sendResponse();
        }
    }
}

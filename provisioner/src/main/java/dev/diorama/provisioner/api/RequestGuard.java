package dev.diorama.provisioner.api;

import dev.diorama.provisioner.Provisioner;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.Set;

/**
 * Keeps the pages that a browser shows from driving the API, those of staged applications first. What changes something
 * needs a header that no page can send to another origin without asking first, and that question is never answered
 * with yes; and the server must be called by its own name, so that a foreign name that resolves to this machine does
 * not become the same origin.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">the CORS protocol</a>
 */
@Provider
public class RequestGuard implements ContainerRequestFilter {
    /** The header; any value will do. */
    public static final String HEADER = "Diorama-Client";

    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");

    // Asked late: filters are made before the server opens its provisioner.
    private final jakarta.inject.Provider<Provisioner> provisioner;

    /** A guard of this server. */
    public RequestGuard(jakarta.inject.Provider<Provisioner> provisioner) {
        this.provisioner = provisioner;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var host = request.getUriInfo().getRequestUri().getHost();
        if (host == null || !isOwn(host.toLowerCase(Locale.ROOT))) {
            refuse(request, 421, "This server is not called \"%s\"".formatted(host));
        } else if (!READING.contains(request.getMethod()) && request.getHeaderString(HEADER) == null) {
            refuse(request, 403, "A request that changes something needs the header %s".formatted(HEADER));
        }
    }

    private boolean isOwn(String host) {
        return LOOPBACK.contains(host)
                || host.equals(provisioner.get().links().publicUrl().getHost().toLowerCase(Locale.ROOT));
    }

    private static void refuse(ContainerRequestContext request, int status, String message) {
        request.abortWith(Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .entity(new Problem(message))
                .build());
    }
}

package dev.diorama.githubapp;

import dev.diorama.provisioner.Provisioner;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Asks the proxy before every other route, so that bodies arrive unread and upgrades untouched. */
@ApplicationScoped
class ProxyRoute {
    void mount(@Observes Router router, Provisioner provisioner) {
        router.route().order(Integer.MIN_VALUE).handler(context -> {
            if (!provisioner.proxy().handle(context.request())) {
                context.next();
            }
        });
    }
}

package dev.diorama.githubapp;

import dev.diorama.provisioner.Provisioner;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The one provisioner: opened when the first bean needs it, closed with the server. */
@ApplicationScoped
class ProvisionerProducer {
    @Produces
    @Singleton
    Provisioner open(Vertx vertx) {
        return Provisioner.open(Server.configuration(), vertx, new StepEvents());
    }

    void close(@Disposes Provisioner provisioner) {
        provisioner.close();
    }
}

package dev.diorama.provisioner.configuration;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a commit asks for.
 *
 * @param build the shell command that builds the checkout; empty where nothing is built
 * @param services what runs, in the order of the file
 * @param publicService the name of the service that answers the link
 * @param migrations the folder of the Flyway migrations, relative to the checkout
 */
public record Stack(Optional<String> build, List<Service> services, String publicService, Optional<String> migrations) {
    /**
     * One service.
     *
     * @param run the shell command that becomes the service; it gets PORT and DATABASE_URL
     * @param health the path that answers with a status below 400 once the service works
     * @param healthTimeout how long the service may take until then
     */
    public record Service(String name, String run, String health, Duration healthTimeout) {}

    public Stack {
        services = List.copyOf(services);
        if (services.stream().map(Service::name).noneMatch(publicService::equals)) {
            throw new IllegalArgumentException("No service is called " + publicService);
        }
    }
}

package dev.diorama.githubapp;

import dev.diorama.provisioner.failure.CommandFailure;
import dev.diorama.subsetter.failure.SubsetException;
import dev.diorama.subsetter.yaml.ConfigurationException;
import io.quarkus.runtime.QuarkusBindException;
import java.io.PrintStream;
import java.util.Optional;
import java.util.stream.Stream;

/** Why the server did not start, in the words of whoever knew best. */
record StartFailure(Throwable failure) {
    static StartFailure of(Throwable failure) {
        return new StartFailure(failure);
    }

    void tell() {
        tell(System.err);
    }

    private void tell(PrintStream err) {
        message().ifPresentOrElse(message -> err.println("diorama: " + message), () -> {
            err.println("diorama: The server did not start, for a reason that nobody foresaw:");
            failure.printStackTrace(err);
        });
    }

    /** One message for people, where the failure is a known one. */
    Optional<String> message() {
        return causes().flatMap(cause -> switch (cause) {
                    case QuarkusBindException taken ->
                        Stream.of(
                                "Port %s is taken: stop what listens there, or change port: in the server's configuration"
                                        .formatted(taken.getPort()));
                    case ConfigurationException known -> Stream.of(known.getMessage());
                    case SubsetException known -> Stream.of(known.getMessage());
                    case CommandFailure known -> Stream.of(known.getMessage());
                    default -> Stream.<String>empty();
                })
                .findFirst();
    }

    private Stream<Throwable> causes() {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}

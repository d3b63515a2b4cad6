package dev.diorama.provisioner.command;

import dev.diorama.provisioner.api.ApiClient;
import java.io.PrintWriter;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** A command that asks a server. */
abstract class ServerCommand implements Callable<Integer> {
    @Option(
            names = "--server",
            paramLabel = "URL",
            converter = Address.class,
            defaultValue = "${env:DIORAMA_SERVER:-http://localhost:7070}",
            description = "The server to talk to; also by DIORAMA_SERVER. By default http://localhost:7070.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private URI server;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public final Integer call() {
        var out = spec.commandLine().getOut();
        try (var client = new ApiClient(server)) {
            return run(client, out);
        } finally {
            out.flush();
        }
    }

    /** Does it and tells the exit code. */
    abstract int run(ApiClient client, PrintWriter out);

    static final class Address implements ITypeConverter<URI> {
        @Override
        public URI convert(String text) {
            try {
                var address = URI.create(text);
                if (address.getHost() != null
                        && String.valueOf(address.getScheme()).matches("https?")) {
                    return address;
                }
            } catch (IllegalArgumentException e) {
                // Told below, like every other text that is not an address.
            }
            throw new TypeConversionException(
                    "\"%s\" is not a server's address, such as http://localhost:7070".formatted(text));
        }
    }
}

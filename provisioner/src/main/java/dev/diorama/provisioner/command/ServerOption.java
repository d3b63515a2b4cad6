package dev.diorama.provisioner.command;

import dev.diorama.provisioner.api.ApiClient;
import java.net.URI;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which server a command talks to. */
final class ServerOption {
    @Option(
            names = "--server",
            paramLabel = "URL",
            converter = ServerAddress.class,
            defaultValue = "${env:DIORAMA_SERVER:-http://localhost:7070}",
            description = "The server to talk to; also by DIORAMA_SERVER. By default http://localhost:7070.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    URI server;

    ApiClient client() {
        return new ApiClient(server);
    }

    static final class ServerAddress implements ITypeConverter<URI> {
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

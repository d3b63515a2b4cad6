package dev.diorama.provisioner.command;

import dev.diorama.provisioner.api.EnvironmentName;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Which environment a command is about. */
final class EnvironmentParameter {
    @Parameters(
            paramLabel = "ENVIRONMENT",
            converter = Converter.class,
            description = "The environment, by project and number of the pull request, such as bookshop#1.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    EnvironmentName name;

    static final class Converter implements ITypeConverter<EnvironmentName> {
        @Override
        public EnvironmentName convert(String text) {
            try {
                return EnvironmentName.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}

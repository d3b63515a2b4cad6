package dev.diorama.provisioner.api;

import java.util.regex.Pattern;

/**
 * What people call an environment: {@code bookshop#1}.
 *
 * @param project the project's name
 * @param number the pull request's number, from 1
 */
public record EnvironmentName(String project, int number) {
    private static final Pattern SHAPE = Pattern.compile("([a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?)#([1-9]\\d{0,8})");

    /**
     * Reads a name.
     *
     * @throws IllegalArgumentException whose message says what a name looks like
     */
    public static EnvironmentName parse(String text) {
        var matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" names no environment: write the project and the number of the pull request, such as bookshop#1"
                            .formatted(text));
        }
        return new EnvironmentName(matcher.group(1), Integer.parseInt(matcher.group(2)));
    }

    @Override
    public String toString() {
        return project + "#" + number;
    }
}

package dev.diorama.subsetter.connection;

import dev.diorama.subsetter.yaml.ConfigurationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says that something is no URL of a database. Nobody knows where the password is in what could not be read, so all
 * places where it may be are hidden.
 */
final class UnreadableUrl {
    private static final String HIDDEN = "***";
    private static final Pattern SCHEME =
            Pattern.compile("(?:jdbc:)?[A-Za-z][A-Za-z0-9+.-]*:/+|jdbc:|postgres(?:ql)?:");
    /** What follows a host and a colon and is no port may be the password of a role whose host was forgotten. */
    private static final Pattern NO_PORT = Pattern.compile(":(?!\\d{1,5}(?:[/?,]|$))[^/?\\]]+(?=[/?]|$)");
    /** In a URL and in a line of {@code name=value} pairs, where blanks part them. */
    private static final Pattern PASSWORD_PARAMETER =
            Pattern.compile("((?:password|passwd|pwd)\\s*[=:]).*?(?=&|\\s+\\w+\\s*=|$)", Pattern.CASE_INSENSITIVE);

    private UnreadableUrl() {}

    static ConfigurationException because(String url, String reason) {
        return new ConfigurationException(
                "\"%s\" is not the URL of a PostgreSQL database: %s".formatted(withoutSecrets(url), reason));
    }

    private static String withoutSecrets(String url) {
        Matcher matcher = SCHEME.matcher(url);
        String scheme = matcher.lookingAt() ? matcher.group() : "";
        String rest = url.substring(scheme.length());
        int at = rest.lastIndexOf('@');
        String[] halves = (at < 0 ? rest : rest.substring(at + 1)).split("\\?", 2);
        String place = withoutPassword(halves[0].startsWith("[") ? halves[0] : withoutNoPort(halves[0]));
        return scheme + (at < 0 ? "" : HIDDEN + "@") + place + (halves.length < 2 ? "" : "?" + parameters(halves[1]));
    }

    private static String withoutNoPort(String place) {
        return NO_PORT.matcher(place).replaceAll(":" + Matcher.quoteReplacement(HIDDEN));
    }

    private static String parameters(String query) {
        return Stream.of(query.split("&", -1))
                .map(parameter -> parameter.contains("=") ? withoutPassword(parameter) : HIDDEN)
                .collect(Collectors.joining("&"));
    }

    private static String withoutPassword(String text) {
        return PASSWORD_PARAMETER.matcher(text).replaceAll("$1" + Matcher.quoteReplacement(HIDDEN));
    }
}

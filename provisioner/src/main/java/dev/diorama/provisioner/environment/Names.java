package dev.diorama.provisioner.environment;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The names of everything that belongs to an environment or a sample. They are made of the server's own numbers only,
 * so a renamed branch, title or repository orphans nothing, and they can be read back, so a sweep needs no memory.
 */
public final class Names {
    private static final String CLONE = "diorama_clone_";
    private static final String SAMPLE = "diorama_sample_";
    private static final Pattern LABEL = Pattern.compile("pr-([1-9]\\d{0,8})");

    private Names() {}

    /** The database of an environment's clone, and the role that owns it. */
    public static String clone(long environmentId) {
        return CLONE + environmentId;
    }

    /** The environment that a database or role belongs to. */
    public static OptionalLong environmentOfClone(String name) {
        return number(name, CLONE);
    }

    /** The database of a sample, and the role that owns its objects. */
    public static String sample(long sampleId) {
        return SAMPLE + sampleId;
    }

    /** The host under which an environment answers: {@code pr-1.bookshop.localhost}. */
    public static String host(String project, int number, String domain) {
        return "pr-%d.%s.%s".formatted(number, project, domain).toLowerCase(Locale.ROOT);
    }

    /** The pull request's number in the first label of a host name. */
    public static OptionalInt numberOfLabel(String label) {
        var matcher = LABEL.matcher(label);
        return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }

    private static OptionalLong number(String name, String prefix) {
        var rest = name.startsWith(prefix) ? name.substring(prefix.length()) : "";
        return rest.matches("[1-9]\\d{0,17}") ? OptionalLong.of(Long.parseLong(rest)) : OptionalLong.empty();
    }
}

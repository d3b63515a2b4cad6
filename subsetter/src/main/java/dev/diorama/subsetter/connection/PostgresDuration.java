package dev.diorama.subsetter.connection;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as PostgreSQL's settings write them: {@code 200ms}, {@code 10s}, {@code 5min}, {@code 1h}, {@code 2d}, and
 * {@code 0}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/config-setting.html">setting parameters</a>
 */
public final class PostgresDuration {
    private static final Pattern SHAPE = Pattern.compile("(\\d{1,10})\\s*(ms|s|min|h|d)");
    /** The largest first. */
    private static final Map<String, Duration> UNITS = units();

    private PostgresDuration() {}

    /**
     * Reads a time.
     *
     * @throws IllegalArgumentException with a message for people, where it is none
     */
    public static Duration parse(String text) {
        if (text.strip().equals("0")) {
            return Duration.ZERO;
        }
        Matcher matcher = SHAPE.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is no time: write a number and ms, s, min, h or d, for example 200ms or 5min, or 0 for none"
                            .formatted(text));
        }
        Duration duration = unit(matcher.group(2)).multipliedBy(Long.parseLong(matcher.group(1)));
        if (duration.compareTo(SourceLimits.LONGEST) > 0) {
            throw new IllegalArgumentException("\"%s\" is too long: 24d is the most".formatted(text));
        }
        return duration;
    }

    /** Writes a time in the largest unit that leaves a whole number. */
    public static String format(Duration duration) {
        long milliseconds = duration.toMillis();
        return UNITS.entrySet().stream()
                .filter(unit ->
                        milliseconds > 0 && milliseconds % unit.getValue().toMillis() == 0)
                .findFirst()
                .map(unit -> milliseconds / unit.getValue().toMillis() + unit.getKey())
                .orElse("0");
    }

    private static Duration unit(String name) {
        Duration unit = UNITS.get(name);
        if (unit == null) {
            throw new IllegalStateException("The pattern allows no other unit than those of the map, not " + name);
        }
        return unit;
    }

    private static Map<String, Duration> units() {
        Map<String, Duration> units = new LinkedHashMap<>();
        units.put("d", Duration.ofDays(1));
        units.put("h", Duration.ofHours(1));
        units.put("min", Duration.ofMinutes(1));
        units.put("s", Duration.ofSeconds(1));
        units.put("ms", Duration.ofMillis(1));
        return units;
    }
}

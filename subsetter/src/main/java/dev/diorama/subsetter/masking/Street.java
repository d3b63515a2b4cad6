package dev.diorama.subsetter.masking;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Another street; numbers become other numbers. */
final class Street implements Masker {
    /** Words without digits, up to a comma or the line's end. */
    private static final Pattern NAME =
            Pattern.compile("(?<![\\p{L}\\p{N}])[^\\d,;\\s]++(?:[ \\t]++[^\\d,;\\s]++(?!\\d))*+");

    private static final int SHORTEST = 3;

    private final PooledName names;
    private final Scramble scramble;

    Street(PooledName names, Scramble scramble) {
        this.names = names;
        this.scramble = scramble;
    }

    @Override
    public String mask(String value, String subject, int attempt) {
        StringBuilder masked = new StringBuilder(value.length());
        int copied = 0;
        Matcher name = NAME.matcher(value);
        while (name.find()) {
            boolean isPart = name.end() < value.length() && Character.isDigit(value.charAt(name.end()));
            if (!isPart && name.end() - name.start() >= SHORTEST) {
                masked.append(scramble.mask(value.substring(copied, name.start()), attempt))
                        .append(names.mask(name.group(), attempt));
                copied = name.end();
            }
        }
        return masked.append(scramble.mask(value.substring(copied), attempt)).toString();
    }
}

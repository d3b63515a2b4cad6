package dev.diorama.subsetter.masking;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Another address of a page, as long as it was: the scheme, the port, the names of parameters, what kind of file it is and the
 * structure stay, the host becomes one that nobody can have, and other letters and digits get into the rest.
 */
final class Url implements Masker {
    private static final Pattern SHAPE = Pattern.compile(
            "([A-Za-z][A-Za-z0-9+.-]*://)((?:[^/?#@\\s]*@)?)(\\[[^\\]\\s]*\\]|[^/?#@:\\s\\[\\]]+)((?::\\d*)?)([/?#]\\S*)?");
    private static final Pattern KEPT = Pattern.compile(
            "\\.(?:html?|jpe?g|png|gif|svg|webp|pdf|js|css|json|xml|csv|mp[34])(?=$|[?#])|[?&][^=&#%]*=|%[0-9A-Fa-f]{2}");

    private final Permutation permutation;
    private final Domains domains;
    private final IpAddress addresses;
    private final Scramble scramble;

    Url(Permutation permutation, Domains domains, IpAddress addresses) {
        this.permutation = permutation;
        this.domains = domains;
        this.addresses = addresses;
        this.scramble = new Scramble(permutation);
    }

    @Override
    public String mask(String value, String subject, int attempt) {
        Matcher url = SHAPE.matcher(value);
        if (!url.matches()) {
            return scramble.mask(value, attempt);
        }
        String path = url.group(5);
        return url.group(1)
                + rest(url.group(2), value, attempt)
                + host(url.group(3))
                + url.group(4)
                + (path == null ? "" : rest(path, value.substring(0, url.start(5)), attempt));
    }

    private String host(String host) {
        if (host.startsWith("[")) {
            return "[" + addresses.mask(host.substring(1, host.length() - 1), "", 0) + "]";
        }
        return host.matches("[\\d.]+") ? addresses.mask(host, "", 0) : domains.mask(host);
    }

    private String rest(String part, String tweak, int attempt) {
        Places places = new Places(part);
        for (int i = 0; i < tweak.length(); i++) {
            places.tweak(tweak.charAt(i));
        }
        Matcher kept = KEPT.matcher(part);
        int next = kept.find() ? kept.start() : part.length();
        int place = 0;
        for (int i = 0; i < part.length(); i++) {
            if (i == next) {
                place = escaped(places, place, kept.group());
                i = kept.end() - 1;
                next = kept.find() ? kept.start() : part.length();
                continue;
            }
            int character = places.character(place);
            i += Character.charCount(character) - 1;
            places.replace(place++, Alphabet.of(character));
        }
        return places.masked(permutation, attempt);
    }

    /** An escaped letter becomes an escaped x; an escaped separator stays, as does all else that is kept. */
    private static int escaped(Places places, int place, String kept) {
        if (kept.charAt(0) == '%') {
            int character = Integer.parseInt(kept.substring(1), 16);
            if (character >= 128 || Character.isLetterOrDigit(character)) {
                places.character(place + 1, '7');
                places.character(place + 2, '8');
            }
        }
        return place + kept.length();
    }
}

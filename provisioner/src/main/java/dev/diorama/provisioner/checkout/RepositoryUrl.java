package dev.diorama.provisioner.checkout;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Repository addresses may hold a token; messages may not. */
final class RepositoryUrl {
    private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/@]+@");

    private RepositoryUrl() {}

    static String redacted(String url) {
        return USER_INFO.matcher(url).replaceFirst("***@");
    }

    static String redactedIn(@Nullable String message, String url) {
        return message == null ? "no reason given" : message.replace(url, redacted(url));
    }
}

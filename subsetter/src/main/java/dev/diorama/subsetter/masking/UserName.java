package dev.diorama.subsetter.masking;

import java.util.Locale;

/** Another account's name, as long as it was. One that is an e-mail address is masked as such. */
final class UserName implements Masker {
    private static final int SHORT = 5;

    private final Draws draws;
    private final Handles handles;
    private final Masker emails;
    private final Scramble scramble;

    UserName(Draws draws, Handles handles, Masker emails, Scramble scramble) {
        this.draws = draws;
        this.handles = handles;
        this.emails = emails;
        this.scramble = scramble;
    }

    @Override
    public String mask(String value, String subject, int attempt) {
        if (EmailAddress.is(value)) {
            return String.valueOf(emails.mask(value, subject, attempt));
        }
        int length = value.codePointCount(0, value.length());
        if (length < SHORT) {
            return scramble.mask(value, attempt);
        }
        String masked = value;
        for (int i = 0; masked.equalsIgnoreCase(value); i++) {
            masked = handles.account(length, draws.of(value.toLowerCase(Locale.ROOT), attempt + (i << 24)));
        }
        return CaseStyle.of(value).apply(masked);
    }
}

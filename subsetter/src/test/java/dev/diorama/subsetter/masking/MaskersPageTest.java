package dev.diorama.subsetter.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/maskers.md shows is what happens with the key "example". */
class MaskersPageTest {
    private static final Pattern EXAMPLE = Pattern.compile("\\| `([^`]+)` \\| `([^`]+)` \\| (?:`([^`]*)`|null) \\|");
    private static final Pattern KIND = Pattern.compile("## .* \\((\\w+)\\)");

    private final Maskers maskers = new Maskers(Texts.key("example"), Locale.ENGLISH);

    @Test
    void showsWhatHappens() throws IOException {
        List<String> page = Files.readAllLines(Path.of("..", "docs", "maskers.md"));
        List<String> expected = new ArrayList<>();
        List<String> words = new ArrayList<>();
        ValueKind kind = ValueKind.TEXT;
        for (String line : page) {
            Matcher heading = KIND.matcher(line);
            if (heading.matches()) {
                kind = ValueKind.valueOf(heading.group(1));
            }
            Matcher example = EXAMPLE.matcher(line);
            if (example.matches()) {
                words.add(example.group(1));
                String mask = maskers.masker(masking(example.group(1)), kind, 0).mask(example.group(2), "7", 0);
                String shown = mask == null ? "null" : "`" + mask + "`";
                expected.add("| `%s` | `%s` | %s |".formatted(example.group(1), example.group(2), shown));
            } else {
                expected.add(line);
            }
        }

        assertThat(String.join("\n", page)).isEqualTo(String.join("\n", expected));
        assertThat(words).containsAll(MaskerName.words());
    }

    private static Masking masking(String text) {
        return switch (text) {
            case "{email: keep-domain}" -> new Masking.EmailKeepingDomain();
            case "{shift-days: 30}" -> new Masking.ShiftDays(30, Optional.empty());
            case "{noise: 0.1}" -> new Masking.Noise(0.1);
            case "{constant: gone}" -> new Masking.Constant("gone");
            case "{json: {\"$.address.street\": street}}" ->
                new Masking.Json(Map.of("$.address.street", new Masking.Named(MaskerName.STREET)));
            default -> new Masking.Named(MaskerName.of(text).orElseThrow());
        };
    }
}

package dev.diorama.subsetter.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A terminal as far as the command uses one: what it shows after everything that was written to it. It never scrolls.
 * Colours are taken note of and not shown.
 */
public final class Screen {
    private static final Pattern SEQUENCE = Pattern.compile("\033\\[(\\??)(\\d*)([A-Za-z])");

    private final int columns;
    private final List<StringBuilder> lines = new ArrayList<>(List.of(new StringBuilder()));
    private int row;
    private int column;
    private boolean cursorVisible = true;
    private boolean wrapping = true;
    private int colours;

    /** An empty screen. */
    public Screen(int columns) {
        this.columns = columns;
    }

    /** What such a screen shows after that was written. */
    public static Screen after(int columns, String written) {
        Screen screen = new Screen(columns);
        screen.write(written);
        return screen;
    }

    /** Writes to it. */
    public void write(String text) {
        Matcher sequence = SEQUENCE.matcher(text);
        int at = 0;
        while (at < text.length()) {
            char character = text.charAt(at);
            if (character == '\033') {
                if (!sequence.find(at) || sequence.start() != at) {
                    throw new AssertionError("An unknown sequence at " + text.substring(at));
                }
                control(sequence.group(1), sequence.group(2), sequence.group(3).charAt(0));
                at = sequence.end();
            } else {
                put(character);
                at++;
            }
        }
    }

    /** Its lines, without what is empty at their ends and below. */
    public String text() {
        return String.join(
                        "\n",
                        lines.stream()
                                .map(line -> line.toString().stripTrailing())
                                .toList())
                .stripTrailing();
    }

    /** Whether the cursor can be seen, stands at the beginning of a line below which there is nothing, and lines wrap. */
    public boolean isLeftInOrder() {
        return cursorVisible
                && wrapping
                && column == 0
                && lines.get(row).toString().isBlank()
                && row == lines.size() - 1;
    }

    /** How often a colour was begun. */
    public int colours() {
        return colours;
    }

    private void put(char character) {
        switch (character) {
            case '\r' -> column = 0;
            case '\n' -> {
                column = 0;
                down();
            }
            default -> {
                if (column == columns) {
                    if (wrapping) {
                        column = 0;
                        down();
                    } else {
                        column--;
                    }
                }
                StringBuilder line = lines.get(row);
                while (line.length() <= column) {
                    line.append(' ');
                }
                line.setCharAt(column++, character);
            }
        }
    }

    private void down() {
        if (++row == lines.size()) {
            lines.add(new StringBuilder());
        }
    }

    private void control(String secret, String number, char command) {
        switch (secret + number + command) {
            case "?25l" -> cursorVisible = false;
            case "?25h" -> cursorVisible = true;
            case "?7l" -> wrapping = false;
            case "?7h" -> wrapping = true;
            case "K" -> eraseRestOfLine();
            case "J" -> {
                eraseRestOfLine();
                lines.subList(row + 1, lines.size()).clear();
            }
            default -> {
                switch (command) {
                    case 'A' -> row = Math.max(0, row - Integer.parseInt(number));
                    case 'm' -> colours += number.equals("0") ? 0 : 1;
                    default -> throw new AssertionError("An unknown sequence: " + secret + number + command);
                }
            }
        }
    }

    private void eraseRestOfLine() {
        StringBuilder line = lines.get(row);
        line.setLength(Math.min(column, line.length()));
    }
}

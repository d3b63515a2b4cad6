package dev.diorama.subsetter.testing;

import dev.diorama.subsetter.command.SubsetCommand;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * The command as a program of its own. With the property {@code held.after} it stands still once it has told that this
 * phase is over, until it is killed.
 */
final class HeldCommand {
    private HeldCommand() {}

    public static void main(String[] arguments) {
        Writer out = new OutputStreamWriter(System.out, StandardCharsets.UTF_8);
        Optional<String> phase = Optional.ofNullable(System.getProperty("held.after"));
        Writer held = phase.<Writer>map(label -> new Holding(out, label + " ")).orElse(out);
        System.exit(SubsetCommand.commandLine().setOut(new PrintWriter(held)).execute(arguments));
    }

    private static final class Holding extends FilterWriter {
        private final String beginning;
        private final StringBuilder line = new StringBuilder();

        Holding(Writer out, String beginning) {
            super(out);
            this.beginning = beginning;
        }

        @Override
        public void write(int character) throws IOException {
            super.write(character);
            note(String.valueOf((char) character));
        }

        @Override
        public void write(char[] buffer, int offset, int length) throws IOException {
            super.write(buffer, offset, length);
            note(new String(buffer, offset, length));
        }

        @Override
        public void write(String text, int offset, int length) throws IOException {
            super.write(text, offset, length);
            note(text.substring(offset, offset + length));
        }

        private void note(String text) throws IOException {
            line.append(text);
            int end = line.lastIndexOf("\n");
            if (end < 0) {
                return;
            }
            boolean reached = line.substring(0, end).lines().anyMatch(told -> told.startsWith(beginning));
            line.delete(0, end + 1);
            if (reached) {
                flush();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}

package dev.diorama.provisioner.words;

/** English for numbers. */
public final class Words {
    private Words() {}

    /** {@code 1 row}, {@code 2 rows}. */
    public static String count(long number, String noun) {
        return number == 1 ? "1 " + noun : number + " " + noun + "s";
    }
}

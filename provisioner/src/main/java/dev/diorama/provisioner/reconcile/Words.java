package dev.diorama.provisioner.reconcile;

/** English for numbers. */
final class Words {
    private Words() {}

    static String count(long number, String noun) {
        return number == 1 ? "1 " + noun : number + " " + noun + "s";
    }
}

package dev.diorama.subsetter.terminal;

/** Whether words may have colours. */
public enum Style {
    /** They may. */
    COLOURED,
    /** They may not, since {@code NO_COLOR} is set, or nobody would see them. */
    PLAIN;

    private static final String FAINT = "2";
    private static final String CYAN = "36";

    /** What is there for those who look for it. */
    public String faint(String text) {
        return with(FAINT, text);
    }

    /** What the eye should find. */
    public String accent(String text) {
        return with(CYAN, text);
    }

    private String with(String code, String text) {
        return switch (this) {
            case COLOURED -> text.isEmpty() ? "" : "\033[" + code + 'm' + text + "\033[0m";
            case PLAIN -> text;
        };
    }
}

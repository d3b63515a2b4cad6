package dev.diorama.subsetter.selection;

/** How the number of a table's rows came to be known. */
public enum RowsKnownBy {
    /** They were counted: the number is exact. */
    COUNT("count"),
    /** Statistics or a sample of blocks tell, at least for a part of them. */
    ESTIMATE("estimate");

    private final String word;

    RowsKnownBy(String word) {
        this.word = word;
    }

    /** The word for it in reports. */
    public String word() {
        return word;
    }
}

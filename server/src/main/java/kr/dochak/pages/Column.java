package kr.dochak.pages;

/** A column of a table: its heading, and whether it holds figures (then it is set to the right). */
public record Column(String label, boolean figures) {

    /** A column of text. */
    public Column(String label) {
        this(label, false);
    }
}

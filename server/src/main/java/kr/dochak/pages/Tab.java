package kr.dochak.pages;

/** A tab, a saved view or a filter chip: a link that may be the chosen one, with a count when it is not negative. */
public record Tab(String label, String href, boolean chosen, int count) {

    /** Without a count. */
    public Tab(String label, String href, boolean chosen) {
        this(label, href, chosen, -1);
    }
}

package kr.dochak.shared;

/**
 * A place in the rail of the console or the tab bar of the portal. A module that has such a place declares one as a
 * bean; what no module declares is not shown. Its label is the word {@code shared.nav.<key>}.
 */
public record NavEntry(Surface surface, int order, String key, String href, String icon) {

    /** The two faces of the product. */
    public enum Surface {
        PORTAL,
        CONSOLE
    }
}

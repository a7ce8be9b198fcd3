package kr.dochak.pages;

/**
 * A place in the rail of the console or the tab bar of the portal, which its module declares as a bean. Its label is
 * the word {@code shared.nav.<key>}.
 *
 * @param door the path whose door must be open to the reader for the entry to be shown
 */
public record NavEntry(Surface surface, int order, String key, String href, String icon, String door) {

    /** An entry for everybody who may open the page it leads to. */
    public NavEntry(Surface surface, int order, String key, String href, String icon) {
        this(surface, order, key, href, icon, href);
    }

    /** The two faces of the product. */
    public enum Surface {
        PORTAL,
        CONSOLE
    }
}

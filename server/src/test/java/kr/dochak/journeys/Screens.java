package kr.dochak.journeys;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks at pages as the tests open them and notes what is wrong. Where {@code DOCHAK_SCREENSHOTS} names a folder, a picture
 * of each is kept there for people to look at.
 */
public final class Screens {

    private static final @Nullable String FOLDER = System.getenv("DOCHAK_SCREENSHOTS");

    private final List<String> wrong = new ArrayList<>();
    private String last = "";

    /**
     * Looks at the page as it stands: barriers, sideways scroll, a picture under this name. Of the same page on another desk only those
     * barriers are looked for that room can make; a phone hides and shows other parts, so it is looked at anew.
     */
    public void look(Page page, String name) {
        String desk = page.viewportSize().width < Browser.SMALL_DESK ? "" : page.content();
        boolean again = !desk.isEmpty() && desk.equals(last);
        last = desk;
        List<String> barriers = again ? Browser.barriersOfRoom(page) : Browser.barriers(page);
        barriers.forEach(barrier -> wrong.add(name + " " + barrier));
        if (Browser.sidewaysScroll(page) > 0) {
            wrong.add(name + " scrolls sideways by " + Browser.sidewaysScroll(page));
        }
        keep(page, name);
    }

    /** A picture only, where they are kept. */
    public static void keep(Page page, String name) {
        if (FOLDER != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(FOLDER, name.replaceAll("[^A-Za-z0-9가-힣]+", "-") + ".png")));
        }
    }

    /** All that was found, one line each; empty is what is asked for. */
    public List<String> wrong() {
        return List.copyOf(wrong);
    }
}

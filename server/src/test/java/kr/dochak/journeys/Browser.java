package kr.dochak.journeys;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A real browser for tests tagged {@code slow}: the installed Chromium, speaking Korean, in Seoul. One for a test class:
 * open it in {@code @BeforeAll}, close it in {@code @AfterAll}; every {@link #context} is a visitor of its own.
 */
public final class Browser implements AutoCloseable {

    /** Widths at which every page must hold. */
    public static final int PHONE = 390;

    public static final int DESK = 1440;
    public static final int SMALL_DESK = 1024;
    public static final int SMALLEST = 320;

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage",
            // a name for the product that no test finds anywhere else
            "--host-resolver-rules=MAP shop.example.com 127.0.0.1");
    /** Rules of axe about sizes, colours and what can be reached: these may change with the room. */
    private static final List<String> OF_ROOM =
            List.of("color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size");

    private static final List<Path> INSTALLED = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts the browser; a failure says that Chromium must be installed. */
    public static Browser launch() {
        Path chromium = INSTALLED.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no Chromium here: apt-get install chromium"));
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Browser(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(chromium)
                                .setArgs(ARGUMENTS)));
    }

    /** A visitor with cookies of their own, at a width; {@code baseUrl} without a slash at its end. */
    public BrowserContext context(String baseUrl, int width) {
        return browser.newContext(options(baseUrl, width));
    }

    /** As {@link #context(String, int)}, at a proxy with a certificate that nobody but the test knows. */
    public BrowserContext overTls(String baseUrl, int width) {
        return browser.newContext(options(baseUrl, width).setIgnoreHTTPSErrors(true));
    }

    /** As {@link #context(String, int)}, for a visitor whose browser runs no scripts. */
    public BrowserContext withoutScripts(String baseUrl, int width) {
        return browser.newContext(options(baseUrl, width).setJavaScriptEnabled(false));
    }

    private static com.microsoft.playwright.Browser.NewContextOptions options(String baseUrl, int width) {
        return new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(baseUrl)
                .setLocale("ko-KR")
                .setTimezoneId("Asia/Seoul")
                .setViewportSize(width, width < 600 ? 844 : 900);
    }

    /** What is wrong for people who read with other means, one line each; empty is what is asked for. */
    public static List<String> barriers(Page page) {
        return found(looking(page));
    }

    /** The same, of what can differ where only the room does. */
    static List<String> barriersOfRoom(Page page) {
        return found(looking(page).withRules(OF_ROOM));
    }

    private static AxeBuilder looking(Page page) {
        // no page holds another site's frame, and only for those a second page would be opened for each look
        return new AxeBuilder(page).setLegacyMode(true).options(onlyViolations());
    }

    private static List<String> found(AxeBuilder looking) {
        return looking.analyze().getViolations().stream().map(Browser::line).toList();
    }

    private static AxeRunOptions onlyViolations() {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return options;
    }

    private static String line(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " at "
                + rule.getNodes().stream()
                        .limit(3)
                        .map(node -> node.getTarget() + " " + node.getHtml())
                        .toList();
    }

    /** How many pixels the page is wider than the window; 0 is what is asked for. */
    public static int sidewaysScroll(Page page) {
        Object more =
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        return ((Number) more).intValue();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}

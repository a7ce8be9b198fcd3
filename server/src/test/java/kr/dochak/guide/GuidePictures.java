package kr.dochak.guide;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kr.dochak.journeys.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Takes the pictures of the guide and the README from a running demo: {@code ./run guide-pictures}. */
@EnabledIfEnvironmentVariable(named = "DOCHAK_GUIDE_URL", matches = "http.*")
class GuidePictures {

    private static final Path FOLDER = Path.of("../docs/guide/pictures");
    private static final Path BOARD = Path.of("../docs/board.png");
    private static final List<String> LANGUAGES = List.of("ko", "en");
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 780;
    private static final int BOARD_HEIGHT = 1000;

    /** A page as somebody sees it, or the first page it leads to whose address has the form {@code then}. */
    private record Shot(String name, String who, String path, String then) {

        Shot(String name, String who, String path) {
            this(name, who, path, "");
        }
    }

    private static final List<Shot> SHOTS = List.of(
            new Shot("agent-cases", "agent", "/console/cases?view=all"),
            new Shot("agent-case", "agent", "/console/cases?view=solved", "/console/cases/"),
            new Shot("lead-approvals", "lead", "/console/approvals"),
            new Shot("operator-board", "operator", "/console"),
            new Shot("operator-shipments", "operator", "/console/shipments?show=OPEN"),
            new Shot("operator-order", "operator", "/console/shipments?show=OPEN", "/console/orders/"),
            new Shot("operator-integrations", "operator", "/console/integrations"),
            new Shot("warehouse-tasks", "warehouse", "/console/tasks"),
            new Shot("admin-accounts", "admin", "/console/accounts"),
            new Shot("admin-settings", "admin", "/console/settings"),
            new Shot("auditor-changes", "auditor", "/console/changes"),
            new Shot("legal-privacy", "legal", "/console/privacy"),
            new Shot("marketing-compensation", "marketing", "/console/compensation"),
            new Shot("marketing-policies", "marketing", "/console/compensation/policies"),
            new Shot("executive-windows", "executive", "/console/windows"),
            new Shot("developer-webhooks", "admin", "/console/webhooks"));

    private final String url =
            System.getenv().getOrDefault("DOCHAK_GUIDE_URL", "").replaceAll("/+$", "");
    private final String password = System.getenv().getOrDefault("DOCHAK_DEMO_PASSWORD", "dochak-demo");

    @Test
    void take_them() throws IOException {
        Files.createDirectories(FOLDER);
        try (Browser browser = Browser.launch()) {
            Map<String, List<Shot>> byReader = SHOTS.stream().collect(Collectors.groupingBy(Shot::who));
            for (Map.Entry<String, List<Shot>> reader : byReader.entrySet()) {
                take(browser, reader.getKey(), reader.getValue());
            }
            try (BrowserContext board = browser.context(url, Browser.DESK)) {
                Page page = loggedIn(board, "operator");
                page.setViewportSize(Browser.DESK, BOARD_HEIGHT);
                keep(page, "/console", BOARD);
            }
        }
    }

    private void take(Browser browser, String who, List<Shot> shots) throws IOException {
        try (BrowserContext reader = browser.context(url, WIDTH)) {
            Page page = loggedIn(reader, who);
            page.setViewportSize(WIDTH, HEIGHT);
            for (String language : LANGUAGES) {
                page.navigate("/console/sessions?lang=" + language);
                for (Shot shot : shots) {
                    keep(page, address(page, shot), FOLDER.resolve(shot.name() + "." + language + ".png"));
                }
            }
        }
    }

    private Page loggedIn(BrowserContext reader, String who) {
        Page page = reader.newPage();
        page.navigate("/console/login");
        page.fill("input[name=email]", who + "@dochak.example");
        page.fill("input[name=password]", password);
        page.locator("input[name=password]").press("Enter");
        page.waitForURL(address -> !address.contains("/login"));
        return page;
    }

    private static String address(Page page, Shot shot) {
        if (shot.then().isEmpty()) {
            return shot.path();
        }
        page.navigate(shot.path());
        Object first = page.evaluate("""
                start => [...document.querySelectorAll('main [data-href], main [href]')]
                    .map(each => each.getAttribute('data-href') || each.getAttribute('href'))
                    .find(href => new RegExp('^' + start + '[0-9]+').test(href)) || ''
                """, shot.then());
        if (String.valueOf(first).isEmpty()) {
            throw new IllegalStateException(shot.path() + " leads to nothing that " + shot.name() + " could show");
        }
        return String.valueOf(first);
    }

    private static void keep(Page page, String address, Path to) throws IOException {
        page.navigate(address);
        page.waitForLoadState(LoadState.LOAD);
        SmallPng.write(page.screenshot(), to);
    }
}

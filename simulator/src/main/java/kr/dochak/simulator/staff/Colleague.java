package kr.dochak.simulator.staff;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kr.dochak.simulator.people.Browser;
import kr.dochak.simulator.people.Form;

/** One of the staff at the console, who logs in whenever the server asks. */
public final class Colleague {

    private static final String LOGIN = "/console/login";

    private final Browser browser;
    private final String email;
    private final String password;

    public Colleague(String server, String email, String password) {
        this.browser = new Browser(server);
        this.email = email;
        this.password = password;
    }

    /** The page, if this colleague may see it. */
    public Optional<Browser.Page> open(String path) {
        Browser.Page page = browser.open(path);
        if (page.path().equals(LOGIN)) {
            browser.fill(page, LOGIN, Map.of("email", email, "password", password));
            page = browser.open(path);
        }
        return Optional.of(page)
                .filter(there -> there.status() == 200 && !there.path().equals(LOGIN));
    }

    /** Sends the form of a page that goes to that address, if there is one. */
    public Optional<Browser.Page> fill(Browser.Page page, String action, Map<String, String> fields) {
        return browser.fill(page, action, fields).filter(Browser.Page::isOk);
    }

    /** Changes something of what stands in the form of a page that goes to that address, and sends it. */
    public Optional<Browser.Page> change(Browser.Page page, String action, UnaryOperator<Map<String, String>> change) {
        return browser.change(page, action, change).filter(Browser.Page::isOk);
    }

    public boolean send(Browser.Page page, Form form, Map<String, String> fields) {
        return browser.send(page, form, fields).isOk();
    }
}

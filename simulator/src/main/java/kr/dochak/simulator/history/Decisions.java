package kr.dochak.simulator.history;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import kr.dochak.simulator.people.Browser;
import kr.dochak.simulator.people.Form;
import kr.dochak.simulator.staff.Colleague;

/** What people of a mall decide and another agrees to: goodwill, a text, a number, a policy. */
final class Decisions {

    private static final String APPROVALS = "/console/approvals";
    private static final Pattern YES = Pattern.compile(APPROVALS + "/\\d+/approval");
    private static final Pattern NO = Pattern.compile(APPROVALS + "/\\d+/refusal");
    private static final Pattern CASE = Pattern.compile("data-href=\"(/console/cases/\\d+)\\?");
    private static final Pattern GOODWILL = Pattern.compile("href=\"(/console/orders/\\d+/goodwill)[\"?]");
    private static final String TEXTS = "/console/texts/";
    private static final String POLICIES = "/console/compensation/policies";

    private final Colleague agent;
    private final Colleague lead;
    private final Colleague manager;
    private final Colleague admin;

    Decisions(String server, String suffix, String password) {
        this.agent = new Colleague(server, "agent" + suffix + "@dochak.example", password);
        this.lead = new Colleague(server, "lead" + suffix + "@dochak.example", password);
        this.manager = new Colleague(server, "manager" + suffix + "@dochak.example", password);
        this.admin = new Colleague(server, "admin" + suffix + "@dochak.example", password);
    }

    /** An agent asks for points for the customer of a case that was solved. */
    void askGoodwill(int nth, int won, String reason) {
        agent.open("/console/cases?view=solved")
                .flatMap(queue -> nth(CASE, queue, nth))
                .flatMap(agent::open)
                .flatMap(page -> nth(GOODWILL, page, 0))
                .ifPresent(at -> agent.open(at)
                        .ifPresent(page -> agent.change(page, at, fields -> {
                            fields.putAll(Map.of("kind", "POINTS", "amount", String.valueOf(won), "reason", reason));
                            return fields;
                        })));
    }

    private static Optional<String> nth(Pattern what, Browser.Page page, int nth) {
        return what.matcher(page.text())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .skip(nth)
                .findFirst();
    }

    void leadAgrees() {
        agree(lead);
    }

    void adminAgrees() {
        agree(admin);
    }

    private static void agree(Colleague who) {
        vote(who, YES, Map.of());
    }

    void leadRefuses(String why) {
        vote(lead, NO, Map.of("why", why));
    }

    private static void vote(Colleague who, Pattern action, Map<String, String> fields) {
        who.open(APPROVALS)
                .ifPresent(page -> Form.allTo(page.text(), action).stream()
                        .findFirst()
                        .ifPresent(form -> who.send(page, form, fields)));
    }

    /** A mail to customers is worded otherwise. */
    void askForAText(String wording, String before, String after) {
        String at = TEXTS + wording + "/email";
        manager.open(at)
                .ifPresent(page -> manager.change(page, at, fields -> {
                    fields.computeIfPresent("bodyKo", (name, text) -> text.replace(before, after));
                    return fields;
                }));
    }

    /** A number that needs nobody else: looked at first, then confirmed. */
    void changeASetting(String key, int number, String reason) {
        String at = "/console/settings/" + key;
        manager.open(at)
                .flatMap(page -> Form.allTo(page.text(), Pattern.compile(Pattern.quote(at))).stream()
                        .findFirst())
                .flatMap(form -> manager.open(at + "?house=false&day=&number=" + number + "&reason="
                        + Browser.encoded(reason) + "&seen=" + form.hidden().getOrDefault("seen", "0")))
                .ifPresent(page -> manager.fill(page, at, Map.of()));
    }

    /** The first rule that gives points gives more of them from a day on that is yet to come. */
    void askForAPolicy(LocalDate from) {
        manager.open(POLICIES + "/new")
                .ifPresent(page -> manager.change(page, POLICIES, fields -> {
                    Map<String, String> changed = new LinkedHashMap<>(fields);
                    fields.entrySet().stream()
                            .filter(field -> field.getKey().startsWith("gift-")
                                    && field.getValue().equals("POINTS"))
                            .map(field -> field.getKey().replace("gift", "gives"))
                            .findFirst()
                            .ifPresent(gives -> changed.computeIfPresent(gives, (name, won) -> halfMore(won)));
                    changed.put("day", from.toString());
                    return changed;
                }));
    }

    private static String halfMore(String won) {
        String digits = won.replaceAll("\\D", "");
        return digits.isEmpty() ? won : String.valueOf(Long.parseLong(digits) * 3 / 2);
    }
}

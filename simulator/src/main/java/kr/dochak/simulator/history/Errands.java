package kr.dochak.simulator.history;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.dochak.simulator.malls.Customer;
import kr.dochak.simulator.people.Browser;
import kr.dochak.simulator.people.Form;
import kr.dochak.simulator.staff.Colleague;
import kr.dochak.simulator.vendors.Inbox;
import kr.dochak.simulator.vendors.Message;
import kr.dochak.simulator.wire.ServerApi;

/** What single people do once in the weeks before the demo: at the console, in the shop's systems, or as a customer. */
public final class Errands {

    private static final Pattern CODE = Pattern.compile("인증번호[: ]*(\\d{6})");
    private static final String CALENDAR = "/console/windows/calendar";
    private static final List<String> EVENTS =
            List.of("shipment.status_changed", "shipment.delivered", "promise.delayed");

    private final Supplier<LocalDateTime> now;
    private final Inbox inbox;
    private final String server;
    private final ServerApi api;
    private final String mallKey;
    private final Receiver receiver;
    private final Booth booth;
    private final Opening opening;
    private final Decisions ofRainbow;
    private final Decisions ofHangang;
    private final Colleague manager;
    private final Colleague managerOfHangang;

    /**
     * Everything people need to run them.
     *
     * @param receiver the shop's own system, which hears of events
     */
    public Errands(
            Supplier<LocalDateTime> now,
            Inbox inbox,
            String server,
            String mallKey,
            String password,
            Receiver receiver) {
        this.now = now;
        this.inbox = inbox;
        this.server = server;
        this.api = new ServerApi(server);
        this.mallKey = mallKey;
        this.receiver = receiver;
        this.booth = new Booth(now, api, mallKey);
        this.opening = new Opening(server, password, inbox);
        this.ofRainbow = new Decisions(server, "", password);
        this.ofHangang = new Decisions(server, ".hangang", password);
        this.manager = new Colleague(server, "manager@dochak.example", password);
        this.managerOfHangang = new Colleague(server, "manager.hangang@dochak.example", password);
    }

    Booth booth() {
        return booth;
    }

    Decisions ofRainbow() {
        return ofRainbow;
    }

    Decisions ofHangang() {
        return ofHangang;
    }

    /** The shop opened the day before; what is not decided yet is. */
    void getReady() {
        opening.getReady(now.get().toLocalDate().minusDays(1));
    }

    void registerWebhooks() {
        api.post(
                "/api/v1/webhooks",
                mallKey,
                Map.of("url", receiver.address("orders"), "description", "주문 관리 시스템", "events", EVENTS));
        api.post(
                "/api/v1/webhooks",
                mallKey,
                Map.of(
                        "url",
                        receiver.address(Receiver.OLD),
                        "description",
                        "예전 재고 시스템",
                        "events",
                        EVENTS.subList(1, 2)));
    }

    /** The old system is turned off, and nobody takes it out. */
    void webhooksFail() {
        receiver.refuse(Receiver.OLD);
    }

    void closeAPastDay() {
        declare(manager, now.get().plusDays(3), "전사 워크숍", "물류팀까지 모두 참석해서 출고하지 않아요");
    }

    void closeDaysToCome() {
        declare(manager, now.get().plusDays(10), "재고 실사", "인천센터와 대전센터 재고를 세느라 하루 출고하지 않아요");
        declare(managerOfHangang, now.get().plusDays(12), "김포센터 설비 점검", "컨베이어를 교체해서 하루 쉬어요");
    }

    private static void declare(Colleague who, LocalDateTime day, String name, String reason) {
        String asked = "?day=" + day.toLocalDate() + "&scope=MALL&open=false&name=" + Browser.encoded(name) + "&reason="
                + Browser.encoded(reason);
        who.open(CALENDAR + asked)
                .ifPresent(page -> Form.allTo(page.text(), Pattern.compile(CALENDAR)).stream()
                        .filter(form -> form.hidden().containsKey("_csrf"))
                        .findFirst()
                        .ifPresent(form -> who.send(page, form, Map.of())));
    }

    /** A customer asked by phone for a copy of what is known of them. */
    void takeACopy() {
        anOrder()
                .ifPresent(order -> manager.open("/console/privacy")
                        .ifPresent(page -> manager.fill(
                                page, "/console/privacy/copies", Map.of("order", order, "reason", "전화로 열람을 요청하셨어요"))));
    }

    private Optional<String> anOrder() {
        return receiver.orderNo();
    }

    /** A customer who wants to be forgotten. */
    void wishToLeave() {
        asCustomer(Customer.regulars(receiver.seed(), 300).get(3), browser -> {
            Browser.Page page = browser.open("/settings/erasure");
            browser.fill(page, "/settings/erasure", Map.of("understood", "true"));
        });
    }

    /** One who looks at what was bought in the last months and takes the table along. */
    void showHistory() {
        asCustomer(Customer.regulars(receiver.seed(), 300).get(0), browser -> {
            browser.open("/orders/history");
            browser.open("/orders/history.csv");
        });
    }

    private void asCustomer(Customer customer, Consumer<Browser> errand) {
        try (Browser browser = new Browser(server)) {
            Browser.Page page = browser.open("/login?mall=rainbow");
            browser.fill(page, "/login", Map.of("contact", customer.phone()));
            code(customer.phone()).ifPresent(code -> {
                browser.fill(browser.open("/login/code"), "/login/code", Map.of("code", code));
                errand.accept(browser);
            });
        }
    }

    private Optional<String> code(String phone) {
        return inbox.messages(phone, null, 3).stream()
                .map(Message::text)
                .map(CODE::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }
}

package kr.dochak.simulator.history;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.dochak.simulator.people.Browser;
import kr.dochak.simulator.staff.Colleague;
import kr.dochak.simulator.vendors.Inbox;
import kr.dochak.simulator.vendors.Message;

/** How the administrators of both malls got ready in the first days: what was decided, a message to ourselves, a second administrator, a test order. */
final class Opening {

    private static final String AT = "/console/first-day";
    private static final String INVITATION = "/console/accounts/invitation";
    private static final String PHONE = "010-2580-1470";
    private static final Pattern DIGITS = Pattern.compile("(?<!\\d)(\\d{4})(?!\\d)");
    private static final Pattern WELCOME = Pattern.compile("/console/welcome/[\\w.~-]+");
    private static final Pattern ROLE_OF_ADMINS = Pattern.compile("name=\"role\" value=\"(\\d+)\"[^>]*><span>관리자");
    private static final Pattern MALL = Pattern.compile("name=\"mall\" value=\"(\\d+)\"");
    private static final int MOST_LOOKS = 40;
    private static final long LOOK_MILLIS = 100;

    private static final Map<String, String> DECIDED = decided();

    private final String server;
    private final String password;
    private final Inbox inbox;

    Opening(String server, String password, Inbox inbox) {
        this.server = server;
        this.password = password;
        this.inbox = inbox;
    }

    private static Map<String, String> decided() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("POLICY", "기본 정책을 읽었고 그대로 시작하기로 했어요");
        words.put("MANUAL", "사내 위키의 고객 응대 안내서");
        words.put("CONTACTS", "당직표에 적었어요");
        words.put("SUPPLY_TYPES", "자체 센터 출고만 하고, 공급사 직배송은 하지 않아요");
        words.put("PHONE_SCENARIO", "주문번호, 받는 분, 지금 어디 있는지 순서로 답해요");
        words.put("WITHDRAWAL", "받은 날부터 7일 안에는 이유를 묻지 않고 받아요");
        words.put("SHIPPED_ALREADY", "이미 나간 주문은 받은 뒤 반품으로 처리해요");
        words.put("DEFECT", "사진을 받고 교환이나 환불 중에 고르시게 해요");
        words.put("OUT_OF_STOCK", "상품팀이 그날 안에 알리고 환불과 쿠폰을 드려요");
        words.put("BURDEN", "단순 변심은 고객, 불량과 오배송은 우리가 부담해요");
        return words;
    }

    /** All of it in both malls. */
    void getReady(LocalDate openingDay) {
        for (String suffix : List.of("", ".hangang")) {
            decide(suffix, openingDay);
            trySenders(suffix);
            tryTheWay(suffix);
        }
        invite("", "표지호", "jiho.pyo@dochak.example");
        invite(".hangang", "어윤서", "yunseo.eo@dochak.example");
    }

    /** What people say is done, on the page that lists it. */
    private void decide(String suffix, LocalDate openingDay) {
        Colleague admin = admin(suffix);
        admin.open(AT).ifPresent(page -> {
            DECIDED.forEach((line, words) -> admin.fill(page, AT + "/lines/" + line, Map.of("words", words)));
            admin.fill(page, AT + "/day", Map.of("day", openingDay.toString()));
            admin.fill(page, AT + "/finished", Map.of());
        });
    }

    /** A message to ourselves on each channel with a telephone, and the digits in it typed in again. */
    private void trySenders(String suffix) {
        Colleague admin = admin(suffix);
        String senders = AT + "/senders";
        for (String channel : List.of("ALIMTALK", "SMS")) {
            String way = senders + "/" + channel;
            admin.open(senders)
                    .flatMap(page -> admin.fill(page, way, Map.of("phone", PHONE)))
                    .ifPresent(page -> received(PHONE, DIGITS)
                            .ifPresent(digits -> admin.fill(page, way + "/arrival", Map.of("digits", digits))));
        }
    }

    /** A colleague who may set everything too, asked in by mail. */
    private void invite(String suffix, String name, String email) {
        Colleague admin = admin(suffix);
        admin.open(INVITATION).ifPresent(page -> {
            Map<String, String> form = new LinkedHashMap<>(Map.of("name", name, "email", email));
            found(ROLE_OF_ADMINS, page.text()).ifPresent(role -> form.put("role", role));
            found(MALL, page.text()).ifPresent(mall -> form.put("mall", mall));
            admin.fill(page, INVITATION, form);
            received(email, WELCOME).ifPresent(this::welcome);
        });
    }

    private void welcome(String link) {
        try (Browser browser = new Browser(server)) {
            String own = password + "-" + link.hashCode();
            browser.fill(browser.open(link), "", Map.of("fresh", own, "again", own));
        }
    }

    /** An order to ourselves; it goes on while the clock does. */
    private void tryTheWay(String suffix) {
        Colleague admin = admin(suffix);
        String trials = AT + "/trials";
        admin.open(trials).ifPresent(page -> admin.fill(page, trials, Map.of("phone", "")));
    }

    private Colleague admin(String suffix) {
        return new Colleague(server, "admin" + suffix + "@dochak.example", password);
    }

    /** Mail takes a moment. */
    private Optional<String> received(String to, Pattern what) {
        boolean mail = to.contains("@");
        for (int looks = 0; looks < MOST_LOOKS; looks++) {
            Optional<String> found = inbox.messages(mail ? null : to, mail ? to : null, 1).stream()
                    .map(Message::text)
                    .flatMap(text -> found(what, text).stream())
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
            pause();
        }
        return Optional.empty();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<String> found(Pattern what, String text) {
        Matcher matcher = what.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(matcher.groupCount())) : Optional.empty();
    }
}

package kr.dochak.simulator.people;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.dochak.simulator.korea.Dice;
import kr.dochak.simulator.vendors.Message;

/** Customers who open the link in a message; a few of them write, and some say how the delivery was. */
public final class Visitors {

    private static final Pattern LINK = Pattern.compile("/t/[\\w.~-]+");
    private static final Pattern ARRIVED = Pattern.compile("^(?:\\[[^\\]]*\\] *)?상품이 (?:모두 )?도착했어요");
    private static final double OPENS = 0.35;
    private static final double WRITES = 0.08;
    private static final double RATES = 0.3;
    private static final List<String> WORDS = List.of(
            "언제 도착하나요?",
            "오늘 꼭 받아야 하는데 가능할까요?",
            "배송이 왜 이렇게 늦어요?",
            "문 앞에 두고 가 주세요.",
            "주소를 잘못 적은 것 같아요. 바꿀 수 있나요?",
            "선물이라 이번 주 안에 꼭 받아야 해요. 가능한가요?",
            "사이즈를 바꾸고 싶은데 이미 출발했나요?",
            "경비실에 맡겨 주실 수 있나요?");
    private static final List<String> PRAISE =
            List.of("", "", "", "약속한 시간에 딱 왔어요", "포장이 깔끔해요", "늦는다고 먼저 알려 줘서 좋았어요", "기사님이 친절하셨어요");
    private static final List<String> BLAME = List.of("", "상자가 찌그러져서 왔어요", "약속보다 하루 늦었어요", "문 앞이 아니라 1층에 두고 갔어요");

    private final String base;
    private final long seed;
    private final BiConsumer<Duration, Runnable> later;
    private final Executor visits;
    private final boolean past;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Map<String, AtomicInteger> received = new ConcurrentHashMap<>();
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger written = new AtomicInteger();
    private final AtomicInteger rated = new AtomicInteger();

    /**
     * @param visits where a visit takes place when its time has come
     * @param past whether only those visits matter that leave something behind
     */
    public Visitors(String base, long seed, BiConsumer<Duration, Runnable> later, Executor visits, boolean past) {
        this.base = base;
        this.seed = seed;
        this.later = later;
        this.visits = visits;
        this.past = past;
    }

    /** Whoever gets a link for the first time may look at it within the hour; whoever got the parcel may rate it. */
    public void receive(Message message) {
        Matcher link = LINK.matcher(message.text());
        if (!link.find()) {
            return;
        }
        String path = link.group();
        int nth = received.computeIfAbsent(message.to(), who -> new AtomicInteger())
                .incrementAndGet();
        Dice dice = Dice.of(seed, message.to(), nth);
        Duration pause = Duration.ofSeconds(dice.between(40, 3_600));
        boolean arrived = ARRIVED.matcher(message.text()).find();
        if (!arrived && seen.add(path)) {
            if (dice.chance(OPENS)) {
                boolean writes = dice.chance(WRITES);
                String words = dice.pick(WORDS);
                if (writes || !past) {
                    plan(pause, () -> look(path, writes, words));
                }
            }
        } else if (arrived && dice.chance(RATES)) {
            int stars = dice.weighted(
                    List.of(5, 4, 3, 2, 1), each -> List.of(1, 2, 5, 12, 20).get(each - 1));
            String note = dice.pick(stars > 3 ? PRAISE : BLAME);
            plan(pause, () -> rate(path, stars, note));
        }
    }

    /** A message of before a restart: its link is no new one. */
    public void remember(Message message) {
        LINK.matcher(message.text()).results().forEach(link -> seen.add(link.group()));
    }

    private void plan(Duration pause, Runnable visit) {
        later.accept(pause, () -> visits.execute(visit));
    }

    public Map<String, Object> json() {
        return Map.of("opened", opened.get(), "written", written.get(), "rated", rated.get());
    }

    private void look(String path, boolean writes, String words) {
        try (Browser browser = new Browser(base)) {
            Browser.Page page = browser.open(path);
            if (!page.isOk()) {
                seen.remove(path);
                return;
            }
            opened.incrementAndGet();
            Optional<Form> form = writes ? Form.asking(page.text(), "message") : Optional.empty();
            form.map(there -> browser.send(page, there, Map.of("message", words)))
                    .filter(Browser.Page::isOk)
                    .ifPresent(answer -> written.incrementAndGet());
        }
    }

    private void rate(String path, int stars, String note) {
        try (Browser browser = new Browser(base)) {
            Browser.Page page = browser.open(path);
            Form.asking(page.text(), "stars")
                    .map(form -> browser.send(page, form, Map.of("stars", String.valueOf(stars), "note", note)))
                    .filter(Browser.Page::isOk)
                    .ifPresent(answer -> rated.incrementAndGet());
        }
    }
}

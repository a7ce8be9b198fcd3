package kr.dochak.simulator.staff;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kr.dochak.simulator.korea.Dice;
import kr.dochak.simulator.people.Browser;

/** An agent takes the first case nobody has answered yet, answers it, and solves it then or when hours have passed. */
final class CaseDuty implements Duty {

    private static final Pattern CASE = Pattern.compile("data-href=\"/console/cases/(\\d+)\\?");
    private static final Pattern REPLY = Pattern.compile("data-text=\"([^\"]{20,900})\"");
    private static final Duration REST = Duration.ofHours(5);
    private static final double AT_ONCE = 0.55;
    private static final String OWN_WORDS =
            "안녕하세요. 말씀하신 내용을 확인했어요. 택배사 기록을 보고 있고, 달라지는 것이 있으면 먼저 알려 드릴게요. 기다리게 해 드려 죄송해요.";

    private final Colleague agent;
    private final String view;
    private final long seed;
    private final Map<String, LocalDateTime> answered;
    /** Cases of others, which must not count as answered: their owners would leave them for ever. */
    private final Map<String, LocalDateTime> passedOver = new HashMap<>();

    /**
     * @param view whose cases are looked at: {@code all} or {@code mine}
     * @param answered which cases any of the agents answered when
     */
    CaseDuty(Colleague agent, String view, long seed, Map<String, LocalDateTime> answered) {
        this.agent = agent;
        this.view = view;
        this.seed = seed;
        this.answered = answered;
    }

    @Override
    public boolean turn(LocalDateTime now) {
        Optional<Browser.Page> queue = agent.open("/console/cases?view=" + view);
        List<String> waiting = queue.stream()
                .flatMap(page -> CASE.matcher(page.text()).results())
                .map(found -> found.group(1))
                .distinct()
                .filter(id -> isDue(id, now))
                .toList();
        return waiting.stream().limit(3).anyMatch(id -> work(id, now));
    }

    private boolean isDue(String id, LocalDateTime now) {
        return Stream.of(answered, passedOver)
                .map(seen -> seen.get(id))
                .allMatch(before -> before == null || before.plus(REST).isBefore(now));
    }

    private boolean work(String id, LocalDateTime now) {
        String path = "/console/cases/" + id;
        Optional<Browser.Page> page = agent.open(path + "?view=all");
        page.ifPresent(there -> agent.fill(there, path + "/assignment", Map.of()));
        Optional<Browser.Page> mine = agent.open(path + "?view=mine");
        if (mine.isEmpty() || !mine.get().text().contains(path + "/answers")) {
            passedOver.put(id, now);
            return false;
        }
        boolean again = answered.put(id, now) != null;
        Dice dice = Dice.of(seed, "case", id);
        if (!again) {
            agent.fill(mine.get(), path + "/answers", Map.of("text", words(mine.get(), dice)));
        }
        if (again || dice.chance(AT_ONCE)) {
            agent.open(path + "?view=mine").ifPresent(there -> agent.fill(there, path + "/resolution", Map.of()));
        }
        return true;
    }

    /** A suggested reply that has no gap left, else own words. */
    private static String words(Browser.Page page, Dice dice) {
        List<String> replies = REPLY.matcher(page.text())
                .results()
                .map(CaseDuty::text)
                .filter(text -> !text.contains("{"))
                .toList();
        return replies.isEmpty() ? OWN_WORDS : dice.pick(replies);
    }

    private static String text(MatchResult found) {
        return found.group(1)
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}

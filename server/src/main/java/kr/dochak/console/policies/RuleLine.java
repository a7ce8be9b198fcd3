package kr.dochak.console.policies;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kr.dochak.compensation.Rule;
import kr.dochak.compensation.Rule.Condition;
import kr.dochak.compensation.Rule.Gift;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.shared.Won;

/**
 * One rule as it stands in the form.
 *
 * @param id what the rule is called in grants; empty for a new one
 * @param when {@code MINUTES}, {@code HOURS}, {@code DAYS}, {@code SLOT} (minutes of a slot) or the name of a cause
 * @param gift {@code POINTS}, {@code SHARE} or {@code COUPON}
 */
public record RuleLine(String id, String when, String much, String gift, String gives, String most, boolean adds) {

    /** What of a line is wrong. */
    public enum Wrong {
        MUCH,
        GIVES,
        MOST
    }

    static final List<String> WHENS = Stream.concat(
                    Stream.of("MINUTES", "HOURS", "DAYS", "SLOT"),
                    Stream.of(DelayCause.values()).map(Enum::name))
            .toList();
    static final List<String> GIFTS = List.of("POINTS", "SHARE", "COUPON");

    private static final long LONGEST_MINUTES = 60L * 24 * 60;
    private static final long MOST_WON = 1_000_000;
    private static final Map<String, Long> MINUTES = Map.of("MINUTES", 1L, "SLOT", 1L, "HOURS", 60L, "DAYS", 1_440L);

    /** All that a rule can wait for. */
    public static List<String> whens() {
        return WHENS;
    }

    /** All that a rule can give. */
    public static List<String> gifts() {
        return GIFTS;
    }

    /** Whether it is a span of time; a cause otherwise. */
    public static boolean isSpan(String when) {
        return MINUTES.containsKey(when);
    }

    static RuleLine empty() {
        return new RuleLine("", "HOURS", "", "POINTS", "", "", false);
    }

    static RuleLine of(Rule rule) {
        String when;
        String much = "";
        switch (rule.condition()) {
            case Condition.Caused caused -> when = caused.cause().name();
            case Condition.Late late -> {
                long minutes = late.atLeast().toMinutes();
                when = late.timedOnly()
                        ? "SLOT"
                        : minutes % 1_440 == 0 ? "DAYS" : minutes % 60 == 0 ? "HOURS" : "MINUTES";
                much = Long.toString(minutes / MINUTES.getOrDefault(when, 1L));
            }
        }
        return switch (rule.gift()) {
            case Gift.Points fixed ->
                new RuleLine(
                        rule.id(), when, much, "POINTS", text(fixed.points().amount()), "", rule.adds());
            case Gift.PointShare share ->
                new RuleLine(rule.id(), when, much, "SHARE", text(share.percent()), "", rule.adds());
            case Gift.Coupon coupon ->
                new RuleLine(
                        rule.id(),
                        when,
                        much,
                        "COUPON",
                        text(coupon.percent()),
                        text(coupon.maxDiscount().amount()),
                        rule.adds());
        };
    }

    private static String text(long number) {
        return Long.toString(number);
    }

    /** A line without a gift is none: that is how a rule is taken out. */
    boolean isBlank() {
        return gives.isBlank();
    }

    private boolean isLate() {
        return MINUTES.containsKey(when);
    }

    private static long number(String typed) {
        String digits = typed.replaceAll("[\\s,원₩P%]", "");
        return digits.matches("\\d{1,9}") ? Long.parseLong(digits) : -1;
    }

    Set<Wrong> wrong() {
        Set<Wrong> wrong = EnumSet.noneOf(Wrong.class);
        long minutes = number(much) * MINUTES.getOrDefault(when, 1L);
        if (isLate() && (minutes < 1 || minutes > LONGEST_MINUTES)) {
            wrong.add(Wrong.MUCH);
        }
        long value = number(gives);
        if (value < 1 || value > (gift.equals("POINTS") ? MOST_WON : 100)) {
            wrong.add(Wrong.GIVES);
        }
        if (gift.equals("COUPON") && (number(most) < 1 || number(most) > MOST_WON)) {
            wrong.add(Wrong.MOST);
        }
        return wrong;
    }

    /** As a rule, when nothing is wrong; {@code name} is for one that has none. */
    Rule rule(String name) {
        Condition condition = isLate()
                ? new Condition.Late(
                        Duration.ofMinutes(number(much) * MINUTES.getOrDefault(when, 1L)), when.equals("SLOT"))
                : new Condition.Caused(DelayCause.valueOf(when));
        Gift given = switch (gift) {
            case "SHARE" -> new Gift.PointShare((int) number(gives));
            case "COUPON" -> new Gift.Coupon((int) number(gives), new Won(number(most)));
            default -> new Gift.Points(new Won(number(gives)));
        };
        return new Rule(id.isEmpty() ? name : id, condition, given, adds);
    }
}

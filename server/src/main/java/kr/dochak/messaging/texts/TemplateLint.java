package kr.dochak.messaging.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import kr.dochak.messaging.ChannelName.TextForm;
import kr.dochak.messaging.NoticeWords.Text;
import kr.dochak.shared.Problem.FieldError;
import kr.dochak.shared.Sentence;

/** What a text must fulfil before it may go out (MSG-3); an empty list of problems means it may. Pure. */
public final class TemplateLint {

    static final int ALIMTALK_CHARACTERS = 1000;
    static final int MOST_CHARACTERS = 4000;
    private static final int TITLE_CHARACTERS = 100;
    private static final int ALIMTALK_VARIABLES = 40;
    private static final Set<String> WITHOUT_LINK = Set.of("login-code");
    private static final Set<String> DATES = Set.of("window", "at", "contactBy");
    private static final List<String> PROMOTION =
            List.of("(광고)", "[광고]", "쇼핑하러", "특가", "이벤트", "세일", "지금 구매", "shop now", "sale", "special offer");

    /** An act that staff would have to do: it needs the moment until when, and a situation in which a task stands for it (MSG-9). */
    private static final Pattern PROMISE = Pattern.compile(
            "전화드|전화해 드|연락드|환불해 드|환불할게|보상해 드|will call|get a call|hear from us|will refund|will compensate",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> WITH_TASK = Set.of(
            "lost-or-damaged", "lost-or-damaged-granted", "returning", "silent", "silent-granted", "case-opened");

    private TemplateLint() {}

    /** @param problem a stable word; {@code detail} says what to do, for staff */
    record Finding(String problem, Sentence detail) {

        Finding(String problem, String key, Object... args) {
            this(problem, Sentence.of(key, args));
        }

        FieldError error() {
            return new FieldError("body", problem, detail);
        }
    }

    public static List<Finding> check(Template template, Map<String, String> longest) {
        Set<String> used = template.variables();
        List<Finding> findings = new ArrayList<>();
        used.stream()
                .filter(Predicate.not(Wording.VARIABLES::contains))
                .forEach(name ->
                        findings.add(new Finding("unknown-variable", "messaging.problem.unknown-variable", name)));
        if (!WITHOUT_LINK.contains(template.wording())) {
            mustTell(template, used, findings);
        }
        promotes(template.title() + "\n" + template.body(), findings);
        promises(template, used, findings);
        lengths(template, template.render(longest), used, findings);
        return findings;
    }

    /** Whether a text promises an act that somebody would have to do. */
    static boolean promises(String text) {
        return PROMISE.matcher(text).find();
    }

    /** What of a text praises. */
    static void promotes(String text, List<Finding> findings) {
        PROMOTION.stream()
                .filter(text.toLowerCase(java.util.Locale.ROOT)::contains)
                .forEach(word -> findings.add(new Finding("promotion", "messaging.problem.promotion", word)));
    }

    private static void mustTell(Template template, Set<String> used, List<Finding> findings) {
        if (used.stream().noneMatch(DATES::contains)) {
            boolean hasNumber = used.contains("caseNo") || used.contains("grant");
            if (!(template.channel().textForm() == TextForm.SHORT && hasNumber)) {
                findings.add(new Finding("no-date", "messaging.problem.no-date"));
            }
        }
        boolean needsNewTime = template.wording().startsWith("delayed")
                || template.wording().startsWith("window-")
                || template.wording().equals("shipped")
                || template.wording().equals("order-confirmed")
                || template.wording().equals("out-for-delivery");
        if (needsNewTime && !used.contains("window")) {
            findings.add(new Finding("no-window", "messaging.problem.no-window"));
        }
        boolean linked = used.contains("link") || used.contains("ratingLink") || used.contains("caseLink");
        if (template.channel().isOutside() && !linked) {
            findings.add(new Finding("no-link", "messaging.problem.no-link"));
        }
    }

    private static void promises(Template template, Set<String> used, List<Finding> findings) {
        boolean promises = promises(template.title() + "\n" + template.body());
        if (!WITH_TASK.contains(template.wording())) {
            if (promises || used.contains("contactBy")) {
                findings.add(new Finding("no-task", "messaging.problem.no-task"));
            }
        } else if (promises && !used.contains("contactBy")) {
            findings.add(new Finding("no-clock", "messaging.problem.no-clock"));
        }
    }

    private static void lengths(Template template, Text longest, Set<String> used, List<Finding> findings) {
        if (template.title().isBlank() || template.body().isBlank()) {
            findings.add(new Finding("empty", "messaging.problem.empty"));
        }
        if (template.title().length() > TITLE_CHARACTERS || template.body().length() > MOST_CHARACTERS) {
            findings.add(new Finding("too-long", "messaging.problem.too-long", TITLE_CHARACTERS, MOST_CHARACTERS));
        }
        if (template.channel().textForm() == TextForm.APPROVED) {
            if (longest.body().length() > ALIMTALK_CHARACTERS) {
                findings.add(new Finding(
                        "too-long",
                        "messaging.problem.alimtalk-long",
                        longest.body().length()));
            }
            if (used.size() > ALIMTALK_VARIABLES) {
                findings.add(new Finding("too-many-variables", "messaging.problem.variables"));
            }
        }
        if (template.channel().textForm() == TextForm.SHORT) {
            int bytes = SmsText.bytes(SmsText.plain(longest.body()));
            if (bytes > SmsText.LMS_BYTES) {
                findings.add(new Finding("too-long", "messaging.problem.sms-long", bytes));
            }
            if (SmsText.bytes(SmsText.plain(longest.title())) > SmsText.TITLE_BYTES) {
                findings.add(new Finding("title-too-long", "messaging.problem.sms-title"));
            }
        }
    }
}

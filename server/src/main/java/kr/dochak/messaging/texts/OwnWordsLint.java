package kr.dochak.messaging.texts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kr.dochak.identity.masking.FreeText;
import kr.dochak.messaging.NoticeWords.Text;
import kr.dochak.messaging.texts.TemplateLint.Finding;
import kr.dochak.shared.Problem.FieldError;

/** What words that staff write for many customers must fulfil (MSG-2, MSG-9), and how long they are. Pure. */
public final class OwnWordsLint {

    private static final int LONGEST_TITLE = 60;
    private static final Pattern MORE_PROMISES = Pattern.compile(
            "(전화|연락|환불|보상)(해|을|를)? ?(드리|드려|드릴|드립)|(쿠폰|적립금|포인트)[을를]? ?드"
                    + "|we('ll| will) (call|refund|compensate|contact)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern MORE_PROMOTION = Pattern.compile(
            "할인|무료 ?배송|쿠폰|기획전|신상품|구매하|\\bdiscount|\\bcoupon|\\d+ ?% ?off|new arrivals", Pattern.CASE_INSENSITIVE);

    private OwnWordsLint() {}

    /**
     * The words within the text of their channel.
     *
     * @param bytes of the whole text message with long values, and {@code most} how many it may have
     */
    public record Look(Text text, int bytes, int most, List<FieldError> wrong) {}

    /** Looks at the words as the text message would carry them; the inbox and the mail bear more. */
    public static Look look(Template message, String title, String body) {
        Map<String, String> values = new HashMap<>(TemplateExamples.values(message.language()));
        values.put("headline", title);
        values.put("words", body);
        Text filled = message.render(values);
        int bytes = SmsText.bytes(SmsText.plain(filled.body()));
        return new Look(filled, bytes, SmsText.LMS_BYTES, wrong(title, body, bytes));
    }

    private static List<FieldError> wrong(String title, String body, int bytes) {
        String text = title + "\n" + body;
        List<Finding> findings = new ArrayList<>();
        if (title.isBlank() || body.isBlank()) {
            findings.add(new Finding("empty", "messaging.problem.empty"));
        }
        TemplateLint.promotes(text, findings);
        if (TemplateLint.promises(text) || MORE_PROMISES.matcher(text).find()) {
            findings.add(new Finding("no-task", "messaging.problem.own-promise"));
        }
        MORE_PROMOTION
                .matcher(text)
                .results()
                .limit(1)
                .filter(found -> !has(findings, "promotion"))
                .toList()
                .forEach(found -> findings.add(new Finding("promotion", "messaging.problem.promotion", found.group())));
        if (text.contains("#{")) {
            findings.add(new Finding("variable", "messaging.problem.own-variable"));
        }
        if (FreeText.of(text).holdsPersonalParts()) {
            findings.add(new Finding("personal", "messaging.problem.own-personal"));
        }
        if (SmsText.bytes(SmsText.plain(title)) > SmsText.TITLE_BYTES || title.length() > LONGEST_TITLE) {
            findings.add(new Finding("title-too-long", "messaging.problem.sms-title"));
        }
        if (bytes > SmsText.LMS_BYTES) {
            findings.add(new Finding("too-long", "messaging.problem.sms-long", bytes));
        }
        return findings.stream().map(Finding::error).toList();
    }

    private static boolean has(List<Finding> findings, String problem) {
        return findings.stream().anyMatch(each -> each.problem().equals(problem));
    }
}

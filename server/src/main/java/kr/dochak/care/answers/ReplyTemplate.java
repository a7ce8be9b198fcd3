package kr.dochak.care.answers;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.dochak.care.record.CaseType;

/** An approved answer (CAR-6) in its three parts; {@code {names}} stand for facts of the case and its order. */
public record ReplyTemplate(
        long templateId, CaseType type, String title, String empathy, String responsibility, String nextStep) {

    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

    /** The answer with the facts known so far; a fact nobody knows stays in braces, for the agent to write. */
    SuggestedReply filledWith(Map<String, String> facts) {
        String text = empathy + "\n" + responsibility + "\n" + nextStep;
        String filled = NAME.matcher(text).replaceAll(name -> fact(facts, name));
        return new SuggestedReply(
                templateId, title, filled, !NAME.matcher(filled).find());
    }

    private static String fact(Map<String, String> facts, MatchResult name) {
        return Matcher.quoteReplacement(facts.getOrDefault(name.group(1), name.group()));
    }
}

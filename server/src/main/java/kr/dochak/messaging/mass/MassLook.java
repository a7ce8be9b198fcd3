package kr.dochak.messaging.mass;

import java.util.List;
import java.util.Map;
import kr.dochak.messaging.NoticeWords.Text;
import kr.dochak.messaging.texts.OwnWordsLint;

/**
 * Whom a notice would reach now and how it would read.
 *
 * @param orders how many orders it means; more than {@code most} when there are too many to count
 * @param customers how many customers would be told, of whom {@code inboxOnly} read it in the inbox alone
 * @param leftOut how many orders would be left out, by why
 * @param unknown how many of the typed numbers are of no order of this mall
 * @param words the words in Korean and in English, as a text message carries them, with what forbids them
 */
public record MassLook(
        int orders,
        int most,
        int customers,
        int inboxOnly,
        Map<LeftOut, Integer> leftOut,
        int unknown,
        int votes,
        OwnWordsLint.Look korean,
        OwnWordsLint.Look english,
        List<Example> examples) {

    /** How one of them would read it in the inbox, in their language. */
    public record Example(String orderNo, String language, Text text) {}

    public boolean isTooMany() {
        return orders > most;
    }

    /** Whether others may be asked to agree to it. */
    public boolean isFit() {
        return customers > 0
                && !isTooMany()
                && korean.wrong().isEmpty()
                && english.wrong().isEmpty();
    }
}

package kr.dochak.identity.access;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a member of staff wants to see personal data: a kind that is chosen, and either words that say something or the case that
 * it is for.
 *
 * @param kind null when none was chosen
 * @param caseNo the number of the case it is for, when it is for one
 */
public record RevealReason(
        @Nullable Kind kind, String words, @Nullable String caseNo) {

    /** The longest words. */
    public static final int LONGEST = 500;
    /** The shortest words, in letters. */
    public static final int SHORTEST = 10;

    private static final int FEWEST_DIFFERENT = 5;

    /** What it is for. */
    public enum Kind {
        CUSTOMER_ASKED("고객 요청"),
        DELIVERY("배송 확인"),
        REFUND("환불·결제 확인"),
        AUTHORITY("기관 요청"),
        OTHER("그 밖의 일");

        private final String korean;

        Kind(String korean) {
            this.korean = korean;
        }

        /** As the log says it. */
        public String korean() {
            return korean;
        }
    }

    /** As it was filled in. */
    public static RevealReason of(String kind, String words) {
        return new RevealReason(kind(kind), words.strip(), null);
    }

    /** For a case, whose number is reason enough beside the kind. */
    public static RevealReason forCase(String kind, String words, String caseNo) {
        return new RevealReason(kind(kind), words.strip(), caseNo);
    }

    private static @Nullable Kind kind(String name) {
        for (Kind known : Kind.values()) {
            if (known.name().equals(name.toUpperCase(Locale.ROOT))) {
                return known;
            }
        }
        return null;
    }

    /** Whether it says enough to be read later: {@code x} and {@code ㅇㅇㅇㅇㅇㅇㅇㅇㅇㅇ} do not. */
    public boolean isEnough() {
        if (kind == null || words.length() > LONGEST) {
            return false;
        }
        long letters = words.codePoints().filter(Character::isLetterOrDigit).count();
        long different =
                words.codePoints().filter(Character::isLetterOrDigit).distinct().count();
        return caseNo != null || letters >= SHORTEST && different >= FEWEST_DIFFERENT;
    }

    /** As it stands in the log. */
    String text() {
        return (kind == null ? "" : kind.korean())
                + (caseNo == null ? "" : " · " + caseNo)
                + (words.isEmpty() ? "" : " · " + words);
    }
}

package kr.dochak.portal;

import java.util.List;
import java.util.stream.Collectors;
import kr.dochak.compensation.CompensationFact.Granted;
import kr.dochak.compensation.CompensationFact.Kind;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;

/** Says what was given. */
public final class GrantWords {

    private GrantWords() {}

    /** A gift as a noun: {@code 2,000P}, {@code 10% 할인 쿠폰}. */
    public static String gift(Granted grant, Words words) {
        return grant.kind() == Kind.POINTS
                ? words.word("portal.grant.points", grant.value().amount())
                : words.word("portal.grant.coupon", grant.percent() == null ? 0 : grant.percent());
    }

    /**
     * What was known when it was given and what is known now, where the two differ; empty where they do not. What was given stays the
     * customer's.
     */
    public static String revised(Granted grant, @Nullable DelayCause now, Words words) {
        return grant.isRevised(now)
                ? words.word(
                        "portal.grant.revised",
                        words.word("portal.cause." + grant.cause()),
                        words.word("portal.cause." + now))
                : "";
    }

    /** All of them in one sentence, or nothing. */
    static @Nullable String sentence(List<Granted> grants, Words words) {
        return grants.isEmpty()
                ? null
                : words.word(
                        "portal.grant.given",
                        grants.stream().map(each -> gift(each, words)).collect(Collectors.joining(", ")));
    }
}

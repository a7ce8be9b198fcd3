package kr.dochak.compensation.goodwill;

import java.util.EnumSet;
import java.util.Set;
import kr.dochak.compensation.CompensationFact.Kind;
import kr.dochak.compensation.goodwill.GoodwillProposal.Field;
import kr.dochak.shared.Won;

/** What may be asked for, and what is given without asking anybody (BEN-4). Pure. */
final class GoodwillRule {

    /** More than anybody approves; a slip of the keyboard. */
    static final Won MOST = new Won(10_000_000);

    static final int LONGEST_REASON = 300;

    private GoodwillRule() {}

    /** What is missing or out of bounds. */
    static Set<Field> wrong(GoodwillGift gift, String reason) {
        Set<Field> wrong = EnumSet.noneOf(Field.class);
        if (gift.amount().amount() == 0 || gift.amount().compareTo(MOST) > 0) {
            wrong.add(Field.AMOUNT);
        }
        Integer percent = gift.percent();
        if (gift.kind() == Kind.COUPON && (percent == null || percent < 1 || percent > 100)) {
            wrong.add(Field.PERCENT);
        }
        if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            wrong.add(Field.REASON);
        }
        return wrong;
    }

    /**
     * Whether it is given at once: with what was given so for the order before, it stays within the maker's limit and within what the
     * company lets anybody give without another.
     */
    static boolean atOnce(Won amount, Won before, Won limit, Won company) {
        Won all = before.plus(amount);
        return all.compareTo(limit) <= 0 && all.compareTo(company) <= 0;
    }
}

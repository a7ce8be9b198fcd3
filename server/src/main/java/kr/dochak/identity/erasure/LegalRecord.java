package kr.dochak.identity.erasure;

import java.time.Instant;
import java.time.Period;
import java.util.Map;
import kr.dochak.shared.Seoul;

/**
 * What law keeps of a person who is erased (전자상거래법 제6조, 시행령 제6조).
 *
 * @param ref the number of the order or the case
 * @param from when the time begins for which it is kept
 * @param content what is kept, in the clear; it is sealed before it lies anywhere
 */
public record LegalRecord(Reason reason, String ref, Instant from, Map<String, Object> content) {

    /** Which law, and for how long. */
    public enum Reason {
        /** Contracts, withdrawals from them, payments and what was supplied: five years. */
        CONTRACT(5, "전자상거래법 시행령 제6조 1항 2호·3호"),
        /** Complaints of consumers and how they were settled: three years. */
        COMPLAINT(3, "전자상거래법 시행령 제6조 1항 4호");

        private final int years;
        private final String law;

        Reason(int years, String law) {
            this.years = years;
            this.law = law;
        }

        public int years() {
            return years;
        }

        public String law() {
            return law;
        }

        /** The moment at which what began then is destroyed. */
        public Instant until(Instant from) {
            return from.atZone(Seoul.ZONE).plus(Period.ofYears(years)).toInstant();
        }
    }

    public Instant until() {
        return reason.until(from);
    }

    @Override
    public String toString() {
        return "LegalRecord[" + reason + " " + ref + "]";
    }
}

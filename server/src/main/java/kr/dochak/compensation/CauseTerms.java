package kr.dochak.compensation;

import java.util.EnumMap;
import java.util.Map;
import kr.dochak.shared.Won;

/** For one cause: whether its delays are compensated, and who bears that in percent (BEN-6); the shares sum to 100. */
public record CauseTerms(boolean compensated, Map<Bearer, Integer> shares) {

    /** Who pays for a compensation in the end. */
    public enum Bearer {
        CARRIER,
        SUPPLIER,
        PLATFORM
    }

    public CauseTerms {
        if (shares.values().stream().mapToInt(Integer::intValue).sum() != 100) {
            throw new IllegalArgumentException("shares do not sum to 100: " + shares);
        }
    }

    /** Each bearer's won; what rounding leaves over goes to the one with the largest share. */
    Map<Bearer, Won> split(Won worth) {
        Map<Bearer, Won> parts = new EnumMap<>(Bearer.class);
        shares.forEach((bearer, share) -> {
            if (share > 0) {
                parts.put(bearer, new Won(worth.amount() * share / 100));
            }
        });
        Won split = parts.values().stream().reduce(Won.ZERO, Won::plus);
        parts.merge(largest(), worth.minusOrZero(split), Won::plus);
        parts.values().removeIf(part -> part.amount() == 0);
        return parts;
    }

    private Bearer largest() {
        return shares.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }
}

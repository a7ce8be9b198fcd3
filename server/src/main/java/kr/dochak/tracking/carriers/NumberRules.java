package kr.dochak.tracking.carriers;

import java.util.List;
import java.util.Set;
import kr.dochak.shared.Carrier;
import kr.dochak.shared.CarrierId;
import kr.dochak.tracking.TrackingNumber;

/**
 * What can be known from a tracking number alone (TRK-1). Only Lotte's check digit is verified; the same rule is said to
 * hold for CJ, Hanjin and Logen but shown nowhere, so it warns and never refuses.
 */
public final class NumberRules {

    private static final Set<String> SAID_TO_BE_MOD_7 = Set.of("kr.cjlogistics", "kr.hanjin", "kr.logen");

    private static final CarrierId LOTTE = new CarrierId("kr.lotte");

    private NumberRules() {}

    /** Whether this can be a number of this carrier. Of carriers whose numbers nobody described, every number can be. */
    public static NumberCheck check(CarrierId carrier, TrackingNumber number) {
        if (!hasShape(carrier, number)) {
            return new NumberCheck.Wrong("SHAPE", guess(number));
        }
        if (carrier.equals(LOTTE) && !isMod7(number)) {
            return new NumberCheck.Wrong("CHECK_DIGIT", guess(number));
        }
        return SAID_TO_BE_MOD_7.contains(carrier.value()) && !isMod7(number)
                ? new NumberCheck.Unusual("CHECK_DIGIT")
                : new NumberCheck.Fits();
    }

    /** Carriers whose number this can be, the likeliest first; empty when it fits nobody we know. */
    public static List<CarrierId> guess(TrackingNumber number) {
        return Carrier.known().stream()
                .filter(carrier -> carrier.shape() != null)
                .map(Carrier::carrierId)
                .filter(carrier -> hasShape(carrier, number))
                .filter(carrier -> !carrier.equals(LOTTE) || isMod7(number))
                .toList();
    }

    private static boolean hasShape(CarrierId carrier, TrackingNumber number) {
        return Carrier.of(carrier)
                .map(Carrier::shape)
                .map(shape -> shape.matcher(number.value()).matches())
                .orElse(number.isPossible());
    }

    /** The last digit is the rest of the others divided by seven. */
    private static boolean isMod7(TrackingNumber typed) {
        String number = typed.value();
        int last = number.length() - 1;
        return number.matches("\\d{10,14}")
                && Long.parseLong(number.substring(0, last)) % 7 == number.charAt(last) - '0';
    }
}

package kr.dochak.tracking;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** How a tracking number is written, whoever typed it. */
public final class TrackingNumber {

    private TrackingNumber() {}

    /** Full-width digits, spaces, hyphens and invisible marks are how people type numbers; carriers print none of them. */
    public static String normal(@Nullable String raw) {
        return raw == null
                ? ""
                : Normalizer.normalize(raw, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}\\p{Pd}\\p{Cf}]", "");
    }
}

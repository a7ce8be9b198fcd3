package kr.dochak.tracking;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a tracking number is written, whoever typed it. */
public final class TrackingNumber {

    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Pd}\\u2212\\p{Cf}]");

    private TrackingNumber() {}

    /** Full-width digits, spaces, hyphens and invisible marks are how people type numbers; carriers print none of them. */
    public static String normal(@Nullable String raw) {
        if (raw == null) {
            return "";
        }
        return isPlain(raw)
                ? raw
                : BETWEEN.matcher(Normalizer.normalize(raw, Normalizer.Form.NFKC))
                        .replaceAll("");
    }

    /** Carriers' own systems send nothing else, by the million. */
    private static boolean isPlain(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z')) {
                return false;
            }
        }
        return true;
    }
}

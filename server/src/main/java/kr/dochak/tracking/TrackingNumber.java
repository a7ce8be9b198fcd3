package kr.dochak.tracking;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A tracking number in its one form, whoever typed it (TRK-1): upper case, without the spaces, dashes and invisible marks
 * that people and spreadsheets put between its characters. In JSON, in texts and in addresses it is that form.
 */
public record TrackingNumber(@JsonValue String value) implements Serializable, Comparable<TrackingNumber> {

    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Pd}\\p{Cc}\\p{Cf}\\u2212]");
    private static final Pattern SHAPE = Pattern.compile("[A-Z0-9]{5,40}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TrackingNumber {
        value = isPlain(value) ? value : normal(value);
    }

    /** Of what somebody typed, which may be nothing. */
    public static TrackingNumber of(@Nullable String typed) {
        return new TrackingNumber(typed == null ? "" : typed);
    }

    /** Reads what stands in an address or a form. */
    public static TrackingNumber valueOf(String text) {
        return new TrackingNumber(text);
    }

    /** Whether any carrier could print it; {@code NumberRules} knows what those of one carrier look like. */
    public boolean isPossible() {
        return SHAPE.matcher(value).matches();
    }

    private static String normal(String typed) {
        return BETWEEN.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
    }

    /** Carriers' own systems send nothing else, by the million. */
    private static boolean isPlain(String typed) {
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int compareTo(TrackingNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package kr.dochak.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names a carrier, its country first: {@code kr.cjlogistics}. It has one form whoever wrote it: lower case, without spaces and
 * invisible marks, also in JSON, texts and addresses (whether the carrier is known, {@link Carrier} says).
 */
public record CarrierId(@JsonValue String value) implements Serializable, Comparable<CarrierId> {

    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}]");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CarrierId {
        value = isPlain(value) ? value : normal(value);
    }

    /** Of an id that may be missing. */
    public static @Nullable CarrierId ofNullable(@Nullable String value) {
        return value == null ? null : new CarrierId(value);
    }

    /** The text of an id that may be missing, as SQL takes it. */
    public static @Nullable String textOf(@Nullable CarrierId id) {
        return id == null ? null : id.value;
    }

    /** Reads what stands in an address or a form. */
    public static CarrierId valueOf(String text) {
        return new CarrierId(text);
    }

    private static String normal(String written) {
        return BETWEEN.matcher(Normalizer.normalize(written, Normalizer.Form.NFKC))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    private static boolean isPlain(String written) {
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.')) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int compareTo(CarrierId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

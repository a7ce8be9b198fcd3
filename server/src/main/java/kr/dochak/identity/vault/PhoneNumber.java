package kr.dochak.identity.vault;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A phone number in one spelling: Korean ones as national digits ({@code 01012345678}), foreign ones as {@code +…}.
 *
 * @param value the digits; equal numbers have equal values however they were written
 */
public record PhoneNumber(String value, Kind kind) {

    /**
     * What can be done with a number. Only {@link #MOBILE} gets messages; a {@link #SAFETY} number expires and names nobody.
     */
    public enum Kind {
        MOBILE("01[016789]\\d{7,8}"),
        SEOUL("02\\d{7,8}"),
        AREA("0(3[1-3]|4[1-4]|5[1-5]|6[1-4])\\d{7,8}"),
        INTERNET("070\\d{8}"),
        SAFETY("050[2-8]\\d{7,8}"),
        TOLL_FREE("080\\d{7,8}"),
        REPRESENTATIVE("1[3-9]\\d{6}"),
        FOREIGN_MOBILE("\\+\\d{7,15}"),
        FOREIGN("\\+\\d{7,15}");

        private final Pattern shape;

        Kind(String shape) {
            this.shape = Pattern.compile(shape);
        }
    }

    /**
     * Understands the usual ways of writing one (spaces, dashes, +82 or 82, a lost zero, full-width digits); nothing when it is no
     * number.
     */
    public static Optional<PhoneNumber> parse(@Nullable String text) {
        if (text == null || text.length() < 7 || text.length() > 40) {
            return Optional.empty();
        }
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        if (plain.chars().anyMatch(Character::isLetter)) {
            return Optional.empty();
        }
        String digits = plain.replaceAll("\\D", "");
        String abroad = plain.startsWith("+") ? digits : withCountry(digits);
        if (abroad.isEmpty()) {
            return korean(digits).or(() -> korean("0" + digits)); // a spreadsheet took the zero away
        }
        return abroad.startsWith("82") ? korean(national(abroad.substring(2))) : foreign("+" + abroad);
    }

    /** The digits from the country's on; empty for a number within Korea, of which none begins with {@code 82} or {@code 00}. */
    private static String withCountry(String digits) {
        if (digits.startsWith("00")) {
            return digits.substring(2);
        }
        return digits.startsWith("82") && digits.length() > 9 ? digits : "";
    }

    private static String national(String afterCountry) {
        return afterCountry.startsWith("0") || afterCountry.matches("1[3-9]\\d{6}") ? afterCountry : "0" + afterCountry;
    }

    private static Optional<PhoneNumber> korean(String digits) {
        for (Kind kind : Kind.values()) {
            if (kind.shape.matcher(digits).matches()) {
                return Optional.of(new PhoneNumber(digits, kind));
            }
        }
        return Optional.empty();
    }

    private static Optional<PhoneNumber> foreign(String withPlus) {
        PhoneNumberUtil world = PhoneNumberUtil.getInstance();
        try {
            var number = world.parse(withPlus, null);
            if (!world.isValidNumber(number)) {
                return Optional.empty();
            }
            PhoneNumberType type = world.getNumberType(number);
            boolean mobile = type == PhoneNumberType.MOBILE || type == PhoneNumberType.FIXED_LINE_OR_MOBILE;
            return Optional.of(new PhoneNumber(
                    world.format(number, PhoneNumberFormat.E164), mobile ? Kind.FOREIGN_MOBILE : Kind.FOREIGN));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** True for a Korean mobile number: the only kind that Alimtalk and SMS reach. */
    public boolean mobile() {
        return kind == Kind.MOBILE;
    }

    /** The last four digits, by which staff look people up. */
    public String lastFour() {
        return value.substring(value.length() - 4);
    }

    /** As people write it: {@code 010-1234-5678}, {@code 02-123-4567}, {@code 1588-1234}, {@code +1 650-253-0000}. */
    public String formatted() {
        return switch (kind) {
            case FOREIGN, FOREIGN_MOBILE -> international();
            case REPRESENTATIVE -> value.substring(0, 4) + "-" + lastFour();
            default -> prefix() + "-" + value.substring(prefix().length(), value.length() - 4) + "-" + lastFour();
        };
    }

    /** {@code 010-****-5678}: the middle is hidden, the last four stay; the same everywhere. */
    public String masked() {
        return switch (kind) {
            case FOREIGN, FOREIGN_MOBILE -> value.substring(0, 2) + "-****-" + lastFour();
            case REPRESENTATIVE -> "****-" + lastFour();
            default -> prefix() + "-" + "*".repeat(value.length() - prefix().length() - 4) + "-" + lastFour();
        };
    }

    private String prefix() {
        int length = kind == Kind.SEOUL ? 2 : kind == Kind.SAFETY ? 4 : 3;
        return value.substring(0, length);
    }

    private String international() {
        PhoneNumberUtil world = PhoneNumberUtil.getInstance();
        try {
            return world.format(world.parse(value, null), PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException e) {
            return value;
        }
    }

    @Override
    public String toString() {
        return masked();
    }
}

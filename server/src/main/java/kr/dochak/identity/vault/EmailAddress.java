package kr.dochak.identity.vault;

import java.util.Locale;
import java.util.regex.Pattern;

/** E-mail addresses as far as we must understand them: is it one, and are two the same. */
public final class EmailAddress {

    private static final Pattern SHAPE = Pattern.compile("[^\\s@]{1,64}@[^\\s@.]+(\\.[^\\s@.]+)+");

    private EmailAddress() {}

    public static boolean looksRight(String text) {
        return text.length() <= 254 && SHAPE.matcher(text.strip()).matches();
    }

    public static String normalise(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}

package kr.dochak.identity.vault;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hides personal data the same way everywhere, so that two masks can never be put together into the whole (IDN-2).
 */
public final class Masks {

    private static final Pattern ROAD = Pattern.compile("(\\S*?[가-힣A-Za-z0-9·.]+(?:로|길))");
    private static final Pattern ROAD_WITH_NUMBER = Pattern.compile("([가-힣·.]+(?:로|길))\\d[\\d-]*(?:호|번지)?");
    private static final Pattern VILLAGE = Pattern.compile("[가-힣0-9·.]+(?:동|읍|면|리|가)");
    /** Any phone, of an office too: telling them apart is not worth one person's number. */
    private static final Pattern PHONE_IN_TEXT =
            Pattern.compile("(?<!\\d)(?:\\+?82[-. ]?)?0\\d{1,3}[-). ]{0,2}\\d{3,4}[-. ]?\\d{4}(?!\\d)");

    private static final Pattern EMAIL_IN_TEXT = Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.-]+");
    private static final Pattern ADDRESS_IN_TEXT =
            Pattern.compile("[가-힣0-9]+(?:로|길|동)\\s?\\d+[\\d-]*(?:번길)?(?:\\s?\\d+)?(?:호|동)?");
    private static final String HIDDEN = "***";

    private Masks() {}

    /** {@code 김지민 → 김*민}, {@code 김민 → 김*}, {@code John Smith → J*** S****}. */
    public static String name(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty()) {
            return "*";
        }
        if (stripped.chars().allMatch(c -> c < 0x250)) {
            return latin(stripped);
        }
        int[] letters = stripped.codePoints().toArray();
        int shownAtEnd = letters.length > 2 ? 1 : 0;
        int shownAtStart = letters.length > 1 ? 1 : 0;
        for (int i = shownAtStart; i < letters.length - shownAtEnd; i++) {
            letters[i] = '*';
        }
        return new String(letters, 0, letters.length);
    }

    private static String latin(String name) {
        StringBuilder masked = new StringBuilder();
        for (String word : name.split("\\s+")) {
            masked.append(masked.isEmpty() ? "" : " ").append(word.length() > 1 ? word.charAt(0) : '*');
            masked.repeat('*', word.length() - 1);
        }
        return masked.toString();
    }

    /** {@code 010-****-5678}; what is no phone number is hidden whole. */
    public static String phone(@Nullable String phone) {
        return phone == null || phone.isBlank()
                ? ""
                : PhoneNumber.parse(phone).map(PhoneNumber::masked).orElse("****");
    }

    /** {@code abcdef@example.com → ab***@example.com}: the number of stars tells nothing. */
    public static String email(@Nullable String email) {
        if (email == null || email.isBlank()) {
            return "";
        }
        int at = email.lastIndexOf('@');
        if (at < 1) {
            return HIDDEN;
        }
        return email.substring(0, at > 2 ? 2 : at > 1 ? 1 : 0) + HIDDEN + email.substring(at);
    }

    /** Down to the road (도로명), or the town (동·읍·면) of an old address: {@code 서울 강남구 테헤란로 ***}. */
    public static String address(@Nullable String address) {
        if (address == null || address.isBlank()) {
            return "";
        }
        String[] words = address.strip().split("\\s+");
        for (int i = 1; i < words.length; i++) {
            Matcher numbered = ROAD_WITH_NUMBER.matcher(words[i]);
            if (numbered.matches()) {
                return shown(words, i, numbered.group(1));
            }
            if (ROAD.matcher(words[i]).matches()) {
                return shown(words, i, words[i]);
            }
        }
        for (int i = 1; i < words.length; i++) {
            if (VILLAGE.matcher(words[i]).matches()) {
                return shown(words, i, words[i]);
            }
        }
        return words.length > 2 ? shown(words, 1, words[1]) : HIDDEN;
    }

    private static String shown(String[] words, int last, String lastWord) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < last; i++) {
            shown.append(words[i]).append(' ');
        }
        return shown.append(lastWord).append(' ').append(HIDDEN).toString();
    }

    /** Free text without any phone number: {@code 기사님 010-1234-5678 → 기사님 ***}. */
    public static String phonesIn(String text) {
        return PHONE_IN_TEXT.matcher(text).replaceAll(HIDDEN);
    }

    /** Free text without what leads to somebody's door, phone or letter box, for readers who only hold a link (TRK-6). */
    public static String contactsIn(String text) {
        String hidden = EMAIL_IN_TEXT.matcher(phonesIn(text)).replaceAll(HIDDEN);
        return ADDRESS_IN_TEXT.matcher(hidden).replaceAll(HIDDEN);
    }

    /** Where a parcel goes, as staff see it without a reason. */
    public static Recipient recipient(Recipient recipient) {
        String postcode = recipient.postcode();
        return new Recipient(
                name(recipient.name()),
                phone(recipient.phone()),
                postcode == null || postcode.length() < 2 ? null : postcode.substring(0, 2) + HIDDEN,
                address(recipient.address1()),
                recipient.address2().isBlank() ? "" : HIDDEN);
    }

    /** A person as staff see them without a reason. */
    public static PersonalData person(PersonalData person) {
        return new PersonalData(
                person.externalId(),
                name(person.name()),
                phone(person.phone()),
                email(person.email()),
                person.locale());
    }
}

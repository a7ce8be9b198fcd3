package kr.dochak.identity.vault;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.dochak.identity.masking.FreeText;
import kr.dochak.identity.masking.PersonalPart;
import org.jspecify.annotations.Nullable;

/**
 * Hides personal data the same way everywhere, so that two masks can never be put together into the whole (IDN-2).
 */
public final class Masks {

    private static final Pattern ROAD_WITH_NUMBER = Pattern.compile("([가-힣·.]++(?<=[로길]))\\d[\\d-]*+(?:호|번지)?");
    private static final Pattern VILLAGE = Pattern.compile("[가-힣0-9·.]++(?<=.[동읍면리가])");
    private static final Pattern ENDS_IN_ROAD = Pattern.compile("[가-힣A-Za-z0-9·.][로길]$");
    private static final Set<PersonalPart> PHONES = EnumSet.of(PersonalPart.PHONE);
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
            if (ENDS_IN_ROAD.matcher(words[i]).find(Math.max(0, words[i].length() - 2))) {
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

    /** Free text without any phone number, of an office too: {@code 기사님 010-1234-5678 → 기사님 ***}. */
    public static String phonesIn(String text) {
        return FreeText.hide(text, PHONES, HIDDEN);
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

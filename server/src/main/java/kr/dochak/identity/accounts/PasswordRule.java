package kr.dochak.identity.accounts;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a password of staff must be (H6; NIST 800-63B, 3.1.1): long, and not what everybody tries first. There is no rule about
 * kinds of characters, and none about changing it every so often.
 */
public final class PasswordRule {

    /** Fewest characters. */
    public static final int FEWEST = 12;

    /** Most bytes in UTF-8: what bcrypt reads of a password. */
    private static final int MOST_BYTES = 72;
    /** So many characters must be left when everything that is guessed first is taken away. */
    private static final int FEWEST_OF_ITS_OWN = 6;

    private static final int FEWEST_DIFFERENT = 5;
    private static final int SHORTEST_WORD = 3;
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");
    private static final Pattern REPEATED = Pattern.compile("(.{1,4}?)\\1{2,}");
    private static final List<String> ROWS = List.of(
            "abcdefghijklmnopqrstuvwxyz",
            "01234567890",
            "qwertyuiop",
            "asdfghjkl",
            "zxcvbnm",
            "1q2w3e4r5t6y7u8i9o0p",
            "가나다라마바사아자차카타파하");

    private PasswordRule() {}

    /** Why a password is refused. */
    public enum Weakness {
        SHORT,
        LONG,
        GUESSED
    }

    /** @param about words that stand near the person: name, e-mail, the company's names */
    public static Optional<Weakness> judge(String password, Collection<String> about) {
        if (password.codePointCount(0, password.length()) < FEWEST) {
            return Optional.of(Weakness.SHORT);
        }
        if (password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > MOST_BYTES) {
            return Optional.of(Weakness.LONG);
        }
        String plain = plain(password);
        boolean guessed = plain.codePoints().distinct().count() < FEWEST_DIFFERENT
                || ofItsOwn(plain, about).codePoints().distinct().count() < FEWEST_OF_ITS_OWN;
        return guessed ? Optional.of(Weakness.GUESSED) : Optional.empty();
    }

    /** What is left without common words, words about the person, years, rows of keys and repetitions. */
    private static String ofItsOwn(String plain, Collection<String> about) {
        String left = plain;
        for (String word : words(about)) {
            left = left.replace(word, " ");
        }
        left = withoutRows(YEAR.matcher(left).replaceAll(" "));
        return REPEATED.matcher(left).replaceAll(" ").replace(" ", "");
    }

    private static List<String> words(Collection<String> about) {
        return Stream.concat(
                        CommonPasswords.ALL.stream(),
                        about.stream()
                                .flatMap(each -> Stream.of(each.split("[\\s@._+-]+")))
                                .map(PasswordRule::plain))
                .filter(word ->
                        word.length() >= SHORTEST_WORD || word.codePoints().anyMatch(c -> c >= 0x1100))
                .filter(word -> word.length() >= 2)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** Three neighbours of a row of keys, forwards or backwards, are one that is known. */
    private static String withoutRows(String text) {
        StringBuilder left = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            int run = run(text, i);
            left.append(run >= 3 ? " " : text.substring(i, i + 1));
            i += Math.max(1, run >= 3 ? run : 1);
        }
        return left.toString();
    }

    private static int run(String text, int from) {
        int longest = 0;
        for (String row : ROWS) {
            String back = new StringBuilder(row).reverse().toString();
            longest = Math.max(longest, Math.max(run(text, from, row), run(text, from, back)));
        }
        return longest;
    }

    private static int run(String text, int from, String row) {
        int length = 0;
        while (from + length < text.length() && row.contains(text.substring(from, from + length + 1))) {
            length++;
        }
        return length;
    }

    /** As a guesser sees it: small letters, and the usual figures for letters. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('@', 'a')
                .replace('$', 's');
    }
}

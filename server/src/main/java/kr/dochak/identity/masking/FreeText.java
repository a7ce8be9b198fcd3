package kr.dochak.identity.masking;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Words that somebody typed, with what leads to a person found in them (IDN-2). Every scanner reads the text once and looks
 * only a bounded way around, so a text of twice the length costs twice as much.
 *
 * @param clear the words as they were typed, composed (NFC)
 * @param masked the same with a placeholder for each part, which may be searched, shown to staff and kept
 */
public record FreeText(String clear, String masked) {

    /** Something known of a person, which is hidden wherever it stands. */
    public record Personal(PersonalPart part, String value) {

        @Override
        public String toString() {
            return "Personal[" + part + "]";
        }
    }

    public static FreeText of(String text) {
        return of(text, List.of());
    }

    /** With what is known of the person the words are about: their name is hidden too. */
    public static FreeText of(String text, List<Personal> known) {
        String clear = Normalizer.normalize(text, Normalizer.Form.NFC);
        return new FreeText(clear, hide(clear, known, EnumSet.allOf(PersonalPart.class), PersonalPart::placeholder));
    }

    /** The text with some kinds of parts replaced. */
    public static String hide(String text, Set<PersonalPart> parts, String by) {
        return hide(text, List.of(), parts, part -> by);
    }

    private static String hide(
            String text, List<Personal> known, Set<PersonalPart> parts, Function<PersonalPart, String> by) {
        if (known.isEmpty() && !mayHold(text)) {
            return text;
        }
        Glyphs glyphs = Glyphs.of(text);
        String folded = glyphs.text();
        List<Span> found = spans(folded);
        PersonScan.find(folded, known, found);
        found.removeIf(span -> !parts.contains(span.part()));
        if (found.isEmpty()) {
            return text;
        }
        found.sort(Comparator.comparingInt(Span::from).thenComparing(Span::part));
        StringBuilder shown = new StringBuilder(text.length());
        int written = 0;
        int covered = -1;
        for (Span span : found) {
            if (span.from() >= covered) {
                shown.append(text, written, glyphs.from(span.from())).append(by.apply(span.part()));
            }
            covered = Math.max(covered, span.to());
            written = Math.max(written, glyphs.to(covered - 1));
        }
        return shown.append(text, written, text.length()).toString();
    }

    /** Nothing is found where there is no number, no mail sign, and nobody's name is looked for. */
    private static boolean mayHold(String text) {
        return text.chars()
                .anyMatch(sign -> sign == '@'
                        || sign == '공'
                        || sign == '영'
                        || sign == '골'
                        || Character.isDigit(sign)
                        || Character.getType(sign) == Character.OTHER_NUMBER
                        || Character.isSurrogate((char) sign)
                        || sign == '('
                        || sign == '[');
    }

    /** What is found in a folded text by its shape alone; not in order. */
    static List<Span> spans(CharSequence folded) {
        List<Span> found = new ArrayList<>();
        NumberScan.find(folded, found);
        EmailScan.find(folded, found);
        DoorCodeScan.find(folded, found);
        AddressScan.find(folded, found);
        return found;
    }

    public boolean holdsPersonalParts() {
        return !clear.equals(masked);
    }

    @Override
    public String toString() {
        return "FreeText[" + masked + "]";
    }
}

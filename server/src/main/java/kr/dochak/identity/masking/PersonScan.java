package kr.dochak.identity.masking;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what is known of the person, such as their name, whatever stands between its letters. */
final class PersonScan {

    private static final int FEWEST = 2;
    private static final int LONGEST = 300;

    private PersonScan() {}

    static void find(String folded, List<FreeText.Personal> known, List<Span> found) {
        if (known.isEmpty()) {
            return;
        }
        int[] at = new int[folded.length()];
        String squeezed = squeezed(folded, at);
        for (FreeText.Personal each : known) {
            String wanted = squeezed(Glyphs.of(each.value()).text(), null);
            if (wanted.codePointCount(0, wanted.length()) < FEWEST || wanted.length() > LONGEST) {
                continue;
            }
            int hit = squeezed.indexOf(wanted);
            while (hit >= 0) {
                found.add(new Span(at[hit], at[hit + wanted.length() - 1] + 1, each.part()));
                hit = squeezed.indexOf(wanted, hit + wanted.length());
            }
        }
    }

    private static String squeezed(String folded, int @Nullable [] at) {
        StringBuilder squeezed = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            if (Character.isLetterOrDigit(folded.charAt(i)) || folded.charAt(i) == '@') {
                if (at != null) {
                    at[squeezed.length()] = i;
                }
                squeezed.append(folded.charAt(i));
            }
        }
        return squeezed.toString();
    }
}

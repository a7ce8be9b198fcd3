package kr.dochak.promise;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a model's window rests on, as the ledger keeps it: {@code model 7 of 12,408 deliveries}. */
record ModelBasis(int model, int deliveries) {

    private static final Pattern TEXT = Pattern.compile("model (\\d+) of [\\d,]+ deliveries(, \\+.*)?");

    String text() {
        return String.format(Locale.ROOT, "model %d of %,d deliveries", model, deliveries);
    }

    /** The model a window came from; none for one of the lane table, of a slot, of a customer's own day. */
    static OptionalInt modelOf(String basis) {
        Matcher matcher = TEXT.matcher(basis);
        return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }
}

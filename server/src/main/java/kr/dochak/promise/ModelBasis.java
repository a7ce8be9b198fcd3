package kr.dochak.promise;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a model's window rests on, as the ledger keeps it: {@code model 7 of 12,408 deliveries}. */
record ModelBasis(int model, int deliveries) {

    private static final Pattern TEXT = Pattern.compile("model (\\d+) of [\\d,]+ deliveries");

    String text() {
        return "model %d of %,d deliveries".formatted(model, deliveries);
    }

    /** The model a window came from; none for one of the lane table, of a slot, of a customer's own day. */
    static OptionalInt modelOf(String basis) {
        Matcher matcher = TEXT.matcher(basis);
        return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }
}

package kr.dochak.care;

import java.time.Instant;
import java.util.Optional;
import kr.dochak.care.record.CaseChannel;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What a customer writes to us (CAR-1).
 *
 * @param orderId the order it is about, when there is one; the caller has made sure that it is this person's
 * @param text at most 2,000 characters, not blank
 * @param key the form's own key: the same key of the same person is the same message
 */
public record CustomerMessage(
        MallId tenantId, PersonId personId, @Nullable OrderId orderId, CaseChannel channel, String text, String key) {

    /** The longest text a customer may send at once, in characters. */
    public static final int LONGEST = 2_000;

    private static final int LONGEST_KEY = 100;

    /** Why a message cannot be taken in. */
    public enum Unfit {
        EMPTY,
        TOO_LONG,
        NO_KEY
    }

    /** What is wrong with it; whoever takes it from a customer asks this first and answers with it. */
    public Optional<Unfit> unfit() {
        if (text.isBlank()) {
            return Optional.of(Unfit.EMPTY);
        }
        if (text.strip().length() > LONGEST) {
            return Optional.of(Unfit.TOO_LONG);
        }
        return key.isBlank() || key.length() > LONGEST_KEY ? Optional.of(Unfit.NO_KEY) : Optional.empty();
    }

    /** What became of it. */
    public sealed interface Writing {

        /** It is on a case now, or was already by the same key. */
        record Taken(CaseReceipt receipt) implements Writing {}

        /**
         * So many came within an hour about the same thing that nobody could read them; nothing was written.
         *
         * @param again from when on the next one is taken
         */
        record TooMany(Instant again) implements Writing {}
    }
}

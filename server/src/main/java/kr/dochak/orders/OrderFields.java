package kr.dochak.orders;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kr.dochak.identity.vault.PhoneNumber;
import kr.dochak.shared.Carrier;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.OneLine;
import kr.dochak.shared.Problem.FieldError;
import org.jspecify.annotations.Nullable;

/** Checks one field of an order after the other, and collects what is wrong with them. */
final class OrderFields {

    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);
    /** Older ones are a broken clock or an empty cell that became 1900; a mall's history is younger. */
    private static final Duration OLDEST = Duration.ofDays(3_660);

    private static final int LONGEST_PHONE = 40;

    private final List<FieldError> errors = new ArrayList<>();
    private final List<FieldError> warnings = new ArrayList<>();
    private final Instant now;

    OrderFields(Instant now) {
        this.now = now;
    }

    List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /** What was taken otherwise than it was written, and never costs the order. */
    List<FieldError> warnings() {
        return List.copyOf(warnings);
    }

    Instant moment(String field, @Nullable OffsetDateTime time) {
        if (time == null) {
            error(field, "missing", "shared.problem.moment");
            return now;
        }
        if (time.toInstant().isAfter(now.plus(CLOCKS_DIFFER))) {
            error(field, "future", "orders.problem.future");
        }
        if (time.toInstant().isBefore(now.minus(OLDEST))) {
            error(field, "too-old", "orders.problem.too-old");
            return now;
        }
        return time.toInstant();
    }

    long won(String field, @Nullable Long amount) {
        if (amount == null) {
            error(field, "missing", "orders.problem.won-missing");
            return 0;
        }
        if (amount < 0 || amount > 10_000_000_000L) {
            error(field, "range", "orders.problem.won");
            return 0;
        }
        return amount;
    }

    /** A number however it is written; what is none stays as it is and reaches nobody. */
    @Nullable String phone(String field, @Nullable String phone) {
        String written = OneLine.of(phone).text();
        if (written.matches("[-.\\s]*")) {
            return null;
        }
        if (PhoneNumber.parse(written).isEmpty()) {
            warn(field, "phone", "orders.problem.phone");
        }
        return written.length() > LONGEST_PHONE ? null : written;
    }

    @Nullable String email(@Nullable String email) {
        String written = OneLine.of(email).text();
        if (written.matches("[-.\\s]*")) {
            return null;
        }
        if (written.length() > 254 || !OneLine.isSeen(written) || !written.matches("[^\\s@]+@[^\\s@]+\\.[^\\s@]+")) {
            warn("customer.email", "email", "orders.problem.email");
            return null;
        }
        return written;
    }

    String text(String field, @Nullable String text, int longest) {
        return needed(field, optional(field, text, longest));
    }

    /** A text by which something is known: nothing may be taken out of it. */
    String code(String field, @Nullable String text, int longest) {
        String code = OneLine.code(text);
        if (!OneLine.isSeen(code)) {
            error(field, "control-character", "orders.problem.unseen-character");
            return "";
        }
        if (OneLine.of(code).linked()) {
            error(field, "link", "orders.problem.link-in-code");
            return "";
        }
        return needed(field, optional(field, code, longest));
    }

    private String needed(String field, String clean) {
        if (clean.isEmpty()) {
            error(field, "missing", "orders.problem.blank");
        }
        return clean;
    }

    String optional(String field, @Nullable String text, int longest) {
        OneLine line = OneLine.of(text);
        String clean = line.text();
        if (line.linked()) {
            warn(field, "link", "orders.problem.link");
        }
        if (clean.length() > longest) {
            error(field, "too-long", "shared.problem.too-long", longest);
        }
        if (clean.chars().anyMatch(Character::isISOControl)) {
            error(field, "control-character", "orders.problem.control-character");
        }
        if (clean.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF)) {
            error(field, "encoding", "orders.problem.encoding");
        }
        return clean;
    }

    @Nullable String orNull(String field, @Nullable String text, int longest) {
        return text == null || text.isBlank() ? null : optional(field, text, longest);
    }

    /** A carrier of the register, by its id or by a name of it. */
    @Nullable CarrierId carrier(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        Optional<Carrier> known = Carrier.written(text);
        if (known.isEmpty()) {
            error(
                    field,
                    "unknown",
                    "shared.problem.carrier-unknown",
                    text.strip().substring(0, Math.min(40, text.strip().length())));
        }
        return known.map(Carrier::carrierId).orElse(null);
    }

    void warn(String field, String code, String key, Object... args) {
        warnings.add(new FieldError(field, code, key, args));
    }

    void error(String field, String code, String key, Object... args) {
        errors.add(new FieldError(field, code, key, args));
    }
}

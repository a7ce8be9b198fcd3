package kr.dochak.orders;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import kr.dochak.shared.Problem.FieldError;
import org.jspecify.annotations.Nullable;

/** Checks one field of an order after the other, and collects what is wrong with them. */
final class OrderFields {

    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);
    /** Older ones are a broken clock or an empty cell that became 1900; a mall's history is younger. */
    private static final Duration OLDEST = Duration.ofDays(3_660);

    private final List<FieldError> errors = new ArrayList<>();
    private final Instant now;

    OrderFields(Instant now) {
        this.now = now;
    }

    List<FieldError> errors() {
        return List.copyOf(errors);
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

    @Nullable String phone(String field, @Nullable String phone) {
        if (phone == null || phone.isBlank()) {
            return null;
        }
        String digits = phone.strip().replace("+82", "0").replaceAll("[\\s()\\-.]", "");
        if (!digits.matches("[0-9*]{8,13}")) {
            error(field, "phone", "orders.problem.phone");
        }
        return phone.strip();
    }

    @Nullable String email(@Nullable String email) {
        if (email == null || email.isBlank()) {
            return null;
        }
        if (email.length() > 254 || !email.strip().matches("[^\\s@]+@[^\\s@]+\\.[^\\s@]+")) {
            error("customer.email", "email", "orders.problem.email");
        }
        return email.strip();
    }

    String text(String field, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            error(field, "missing", "orders.problem.blank");
            return "";
        }
        return optional(field, text, longest);
    }

    String optional(String field, @Nullable String text, int longest) {
        String clean = text == null ? "" : text.strip();
        if (clean.length() > longest) {
            error(field, "too-long", "shared.problem.too-long", longest);
        }
        if (clean.chars().anyMatch(c -> c < 0x20 && c != '\n' && c != '\t')) {
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

    void error(String field, String code, String key, Object... args) {
        errors.add(new FieldError(field, code, key, args));
    }
}

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
            error(field, "missing", "시각을 보내 주세요. 예: 2026-11-23T14:05:00+09:00");
            return now;
        }
        if (time.toInstant().isAfter(now.plus(CLOCKS_DIFFER))) {
            error(field, "future", "아직 오지 않은 시각이에요. 서버 시계와 시간대를 확인해 주세요.");
        }
        if (time.toInstant().isBefore(now.minus(OLDEST))) {
            error(field, "too-old", "10년보다 오래된 시각이에요. 날짜를 확인해 주세요.");
            return now;
        }
        return time.toInstant();
    }

    long won(String field, @Nullable Long amount) {
        if (amount == null) {
            error(field, "missing", "금액을 원 단위 정수로 보내 주세요.");
            return 0;
        }
        if (amount < 0 || amount > 10_000_000_000L) {
            error(field, "range", "금액은 0원에서 100억 원까지예요.");
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
            error(field, "phone", "전화번호를 확인해 주세요. 예: 010-1234-5678");
        }
        return phone.strip();
    }

    @Nullable String email(@Nullable String email) {
        if (email == null || email.isBlank()) {
            return null;
        }
        if (email.length() > 254 || !email.strip().matches("[^\\s@]+@[^\\s@]+\\.[^\\s@]+")) {
            error("customer.email", "email", "이메일 주소를 확인해 주세요.");
        }
        return email.strip();
    }

    String text(String field, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            error(field, "missing", "비어 있어요.");
            return "";
        }
        return optional(field, text, longest);
    }

    String optional(String field, @Nullable String text, int longest) {
        String clean = text == null ? "" : text.strip();
        if (clean.length() > longest) {
            error(field, "too-long", longest + "자까지 쓸 수 있어요.");
        }
        if (clean.chars().anyMatch(c -> c < 0x20 && c != '\n' && c != '\t')) {
            error(field, "control-character", "쓸 수 없는 제어 문자가 들어 있어요.");
        }
        if (clean.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF)) {
            error(field, "encoding", "깨진 글자가 들어 있어요. 글자를 UTF-8로 보내 주세요.");
        }
        return clean;
    }

    @Nullable String orNull(String field, @Nullable String text, int longest) {
        return text == null || text.isBlank() ? null : optional(field, text, longest);
    }

    void error(String field, String code, String detail) {
        errors.add(new FieldError(field, code, detail));
    }
}

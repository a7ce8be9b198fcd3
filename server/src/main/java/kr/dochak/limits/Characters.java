package kr.dochak.limits;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import kr.dochak.shared.Problem.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * Which characters no text can have: U+0000, which the database does not store, and halves of a character (lone surrogates),
 * which no encoding can write. All others are a matter of each field.
 */
final class Characters {

    private static final String OURS = "kr.dochak.";
    private static final String NUL = "control-character";
    private static final String HALF = "encoding";
    /** In JSON that is still a text: an escaped U+0000, and not the six characters that an escaped backslash begins. */
    private static final Pattern ESCAPED_NUL = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\u0000");

    private Characters() {}

    static boolean arePossible(String text) {
        return wrong(text) == null;
    }

    static boolean arePossibleInJson(String json) {
        return arePossible(json) && !ESCAPED_NUL.matcher(json).find();
    }

    /** The code of what is wrong with a text. */
    private static @Nullable String wrong(String text) {
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each == 0) {
                return NUL;
            }
            if (Character.isSurrogate(each)) {
                if (!Character.isHighSurrogate(each)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return HALF;
                }
                i++;
            }
        }
        return null;
    }

    /** The first text in a body, read as one of our records, that cannot be; {@code path} is where the value stands. */
    static Optional<FieldError> firstWrong(@Nullable Object value, String path) {
        return switch (value) {
            case null -> Optional.empty();
            case String text ->
                Optional.ofNullable(wrong(text))
                        .map(code -> new FieldError(
                                path,
                                code,
                                code.equals(HALF) ? "shared.problem.encoding" : "shared.problem.control-character"));
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .flatMap(each -> firstWrong(each.getKey(), path)
                                .or(() -> firstWrong(each.getValue(), below(path, String.valueOf(each.getKey()))))
                                .stream())
                        .findFirst();
            case Collection<?> all -> inAll(all, path);
            case Record ours when ours.getClass().getName().startsWith(OURS) -> inRecord(ours, path);
            default -> Optional.empty();
        };
    }

    private static Optional<FieldError> inAll(Collection<?> all, String path) {
        int index = 0;
        for (Object each : all) {
            Optional<FieldError> wrong = firstWrong(each, path + "[" + index++ + "]");
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return Optional.empty();
    }

    private static Optional<FieldError> inRecord(Record ours, String path) {
        for (RecordComponent each : ours.getClass().getRecordComponents()) {
            Optional<FieldError> wrong = firstWrong(value(ours, each), below(path, each.getName()));
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return Optional.empty();
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static @Nullable Object value(Record ours, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(ours);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}

package kr.dochak.shared;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import kr.dochak.shared.Problem.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the parts of a batch one by one, so that a part that is no such thing is told and keeps no other back. */
@Component
public class JsonParts {

    /** A part of a batch: what it says, or why it cannot be read. */
    public sealed interface Part<T> {

        record Good<T>(T value) implements Part<T> {}

        record Bad<T>(FieldError error) implements Part<T> {}
    }

    private final JsonMapper json;

    JsonParts(JsonMapper json) {
        this.json = json;
    }

    /** Reads one part; a missing one, one of another shape and a value of another type are bad. */
    public <T> Part<T> read(@Nullable JsonNode node, Class<T> type) {
        if (node == null || !node.isObject()) {
            return new Part.Bad<>(new FieldError("", "shape", "객체({ … })를 보내 주세요."));
        }
        try {
            return new Part.Good<>(json.treeToValue(node, type));
        } catch (JacksonException e) {
            return new Part.Bad<>(fieldError(e));
        }
    }

    /** Which field could not be read, and what it should look like. */
    static FieldError fieldError(JacksonException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        Class<?> wanted = e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        return new FieldError(path.toString(), "shape", advice(wanted));
    }

    private static String advice(@Nullable Class<?> wanted) {
        if (wanted == null) {
            return "값의 모양을 확인해 주세요.";
        }
        if (wanted == Boolean.class || wanted == boolean.class) {
            return "true나 false를 보내 주세요.";
        }
        if (Number.class.isAssignableFrom(wanted) || wanted == int.class || wanted == long.class) {
            return "정수를 보내 주세요. 소수점이나 글자는 쓸 수 없어요.";
        }
        if (java.time.temporal.Temporal.class.isAssignableFrom(wanted)) {
            return "시각을 이렇게 보내 주세요: 2026-11-23T14:05:00+09:00";
        }
        if (wanted.isEnum()) {
            return "다음 가운데 하나를 보내 주세요: "
                    + Arrays.stream(wanted.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        if (Collection.class.isAssignableFrom(wanted)) {
            return "배열([ … ])을 보내 주세요.";
        }
        return wanted == String.class ? "글자를 보내 주세요." : "객체({ … })를 보내 주세요.";
    }
}

package kr.dochak.api;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import kr.dochak.shared.Problem.FieldError;
import kr.dochak.shared.Sentence;
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
            return new Part.Bad<>(new FieldError("", "shape", "shared.problem.object"));
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

    private static Sentence advice(@Nullable Class<?> wanted) {
        if (wanted == null) {
            return Sentence.of("shared.problem.shape");
        }
        if (wanted == Boolean.class || wanted == boolean.class) {
            return Sentence.of("shared.problem.boolean");
        }
        if (Number.class.isAssignableFrom(wanted) || wanted == int.class || wanted == long.class) {
            return Sentence.of("shared.problem.integer");
        }
        if (java.time.temporal.Temporal.class.isAssignableFrom(wanted)) {
            return Sentence.of("shared.problem.moment-shape");
        }
        if (wanted.isEnum()) {
            return Sentence.of(
                    "shared.problem.one-of",
                    Arrays.stream(wanted.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", ")));
        }
        if (Collection.class.isAssignableFrom(wanted)) {
            return Sentence.of("shared.problem.array");
        }
        return Sentence.of(wanted == String.class ? "shared.problem.text" : "shared.problem.object");
    }
}

package kr.dochak.shared;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A sentence by the key of its words and what stands in them; it is written where it is read, in the reader's language. */
@Schema(type = "string")
public record Sentence(String key, List<Object> args) {

    public Sentence {
        args = List.copyOf(args);
    }

    /** An argument may itself be a sentence. */
    public static Sentence of(String key, Object... args) {
        return new Sentence(key, List.of(args));
    }

    /** The sentence in the language of these words. */
    public String in(Words words) {
        return words.word(
                key,
                args.stream()
                        .map(arg -> arg instanceof Sentence inner ? inner.in(words) : arg)
                        .toArray());
    }
}

package kr.dochak.api;

import kr.dochak.shared.ReaderWords;
import kr.dochak.shared.Sentence;
import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Writes a {@link Sentence} into an answer, in the language of the request that is being answered. */
@JacksonComponent
class SentenceWriter extends ValueSerializer<Sentence> {

    private final ReaderWords reader;

    SentenceWriter(ReaderWords reader) {
        this.reader = reader;
    }

    @Override
    public void serialize(Sentence sentence, JsonGenerator json, SerializationContext context) {
        json.writeString(sentence.in(reader.words()));
    }
}

package kr.dochak.identity.erasure;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.Words;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Everything that is held of one person, in the clear; made when it is fetched and kept nowhere. */
public record PersonalCopy(Instant at, List<PersonId> people, Map<String, Object> content) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** For programs. */
    public byte[] json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("madeAt", at.toString());
        all.putAll(content);
        return JSON.writeValueAsBytes(all);
    }

    /** For people, on paper. */
    public byte[] pdf(Words words) {
        return PersonalPaper.pdf(this, words);
    }

    @Override
    public String toString() {
        return "PersonalCopy[" + at + "]";
    }
}

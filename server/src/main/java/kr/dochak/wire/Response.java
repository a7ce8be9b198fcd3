package kr.dochak.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What came of a request. */
public sealed interface Response {

    /**
     * The other side answered, whatever it says.
     *
     * @param headers by their names in small letters
     * @param body as UTF-8
     */
    record Answered(int status, Map<String, List<String>> headers, String body) implements Response {

        public List<String> all(String header) {
            return headers.getOrDefault(header.toLowerCase(java.util.Locale.ROOT), List.of());
        }

        public Optional<String> first(String header) {
            return all(header).stream().findFirst();
        }
    }

    /** No answer came. */
    record Unanswered(Failure failure) implements Response {}
}

package kr.dochak.messaging.texts;

import java.util.List;
import kr.dochak.shared.Problem.FieldError;

/**
 * A text filled in with long but real values, and what forbids it (MSG-3).
 *
 * @param length in what its channel counts: bytes of a text message, characters elsewhere
 * @param most how many there may be
 */
public record TextLook(String language, String title, String body, int length, int most, List<FieldError> wrong) {

    public boolean isFit() {
        return wrong.isEmpty();
    }
}

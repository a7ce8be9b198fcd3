package kr.dochak.identity.acts;

import kr.dochak.changes.TextMask;
import kr.dochak.identity.masking.FreeText;
import org.springframework.stereotype.Component;

/** Words of the change log are kept as all words that people type: with placeholders for what leads to a person (IDN-2). */
@Component
class ActMask implements TextMask {

    @Override
    public String masked(String text) {
        return FreeText.of(text).masked();
    }
}

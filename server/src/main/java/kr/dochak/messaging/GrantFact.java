package kr.dochak.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import kr.dochak.compensation.CompensationFact.Granted;
import kr.dochak.compensation.CompensationFact.Kind;
import org.jspecify.annotations.Nullable;

/** What was given and by which rule, as far as a message shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GrantFact(String ruleId, Kind kind, @Nullable Integer percent, long won) {

    static GrantFact of(Granted granted) {
        return new GrantFact(
                granted.ruleId(),
                granted.kind(),
                granted.percent(),
                granted.value().amount());
    }
}

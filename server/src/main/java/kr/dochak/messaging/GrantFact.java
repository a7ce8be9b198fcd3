package kr.dochak.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import kr.dochak.compensation.CompensationFact.Granted;
import kr.dochak.compensation.CompensationFact.Ground;
import kr.dochak.compensation.CompensationFact.Kind;
import kr.dochak.promise.PromiseFact.DelayCause;
import org.jspecify.annotations.Nullable;

/**
 * What was given and by which rule, as far as a message shows it.
 *
 * @param policyId the policy whose rule it is; absent in notices of older versions
 * @param lateMinutes from how much lateness on that rule gives; absent when it goes by a cause, and in older notices
 * @param cause the cause by which that rule gives
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GrantFact(
        String ruleId,
        Kind kind,
        @Nullable Integer percent,
        long won,
        @Nullable Long policyId,
        @Nullable Integer lateMinutes,
        @Nullable DelayCause cause) {

    static GrantFact of(Granted granted) {
        Ground ground = granted.ground();
        return new GrantFact(
                granted.ruleId(),
                granted.kind(),
                granted.percent(),
                granted.value().amount(),
                granted.policyId(),
                ground == null ? null : ground.lateMinutes(),
                ground == null ? null : ground.cause());
    }
}

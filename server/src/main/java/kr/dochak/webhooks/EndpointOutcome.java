package kr.dochak.webhooks;

import java.util.List;
import kr.dochak.shared.Problem.FieldError;
import org.jspecify.annotations.Nullable;

/** What came of registering or changing an endpoint. */
public sealed interface EndpointOutcome {

    /** @param secret only when the endpoint was made just now; it can be read only here */
    record Done(Endpoint endpoint, @Nullable String secret) implements EndpointOutcome {}

    /** Nothing was changed. */
    sealed interface Refused extends EndpointOutcome {}

    /** Some fields cannot be used. */
    record Unfit(List<FieldError> errors) implements Refused {}

    /** The mall has an endpoint with this address. */
    record UrlTaken() implements Refused {}

    /** The mall has as many as it may. */
    record TooMany(int most) implements Refused {}

    /** The mall has no such endpoint. */
    record Unknown() implements Refused {}
}

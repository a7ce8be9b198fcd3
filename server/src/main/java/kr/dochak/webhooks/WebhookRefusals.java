package kr.dochak.webhooks;

import kr.dochak.shared.Problem;

/** The refusals of this module as problems, for the API and for pages. */
public final class WebhookRefusals {

    private WebhookRefusals() {}

    public static Problem unknown() {
        return Problem.notFound("webhooks.problem.none");
    }

    public static Problem problem(EndpointOutcome.Refused refused) {
        return switch (refused) {
            case EndpointOutcome.Unfit unfit -> Problem.invalid(unfit.errors());
            case EndpointOutcome.UrlTaken taken -> Problem.conflict("url-taken", "webhooks.problem.url-taken");
            case EndpointOutcome.TooMany many -> Problem.conflict("too-many", "webhooks.problem.too-many", many.most());
            case EndpointOutcome.Unknown none -> unknown();
        };
    }

    public static Problem problem(SendOutcome.Refused refused) {
        return switch (refused) {
            case UNKNOWN -> unknown();
            case NO_EVENT -> Problem.notFound("webhooks.problem.no-event");
            case STOPPED -> Problem.conflict("stopped", "webhooks.problem.stopped");
            case BACKWARDS -> Problem.invalid("to", "order", "webhooks.problem.period");
            case TOO_MANY ->
                Problem.invalid("to", "count", "webhooks.problem.period-long", WebhookDeliveries.MOST_AT_ONCE);
        };
    }
}

package kr.dochak.webhooks;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kr.dochak.shared.Problem.FieldError;
import kr.dochak.webhooks.addresses.Destinations;
import kr.dochak.wire.UrlRule;
import kr.dochak.wire.UrlRule.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks what a mall wants of an endpoint, and says what to do about what cannot be used. */
@Component
class EndpointRules {

    private static final int LONGEST_DESCRIPTION = 200;

    private final Destinations destinations;

    EndpointRules(Destinations destinations) {
        this.destinations = destinations;
    }

    /** A wish that can be fulfilled, or what is wrong with it. */
    sealed interface Checked {
        record Good(EndpointRequest wish) implements Checked {}

        record Bad(EndpointOutcome.Unfit why) implements Checked {}
    }

    Checked check(@Nullable String url, @Nullable String description, @Nullable List<String> events) {
        List<FieldError> wrong = new ArrayList<>();
        String address = url == null ? "" : url.strip();
        if (destinations.judge(address) instanceof Verdict.Bad bad) {
            wrong.add(new FieldError("url", code(bad.why()), key(bad.why())));
        }
        String about = description == null ? "" : description.strip();
        if (about.length() > LONGEST_DESCRIPTION || about.chars().anyMatch(Character::isISOControl)) {
            wrong.add(new FieldError("description", "length", "webhooks.problem.description", LONGEST_DESCRIPTION));
        }
        Set<EventType> types = types(events == null ? List.of() : events, wrong);
        return wrong.isEmpty()
                ? new Checked.Good(new EndpointRequest(address, about, types))
                : new Checked.Bad(new EndpointOutcome.Unfit(List.copyOf(wrong)));
    }

    private static Set<EventType> types(List<@Nullable String> codes, List<FieldError> wrong) {
        Set<EventType> types = EnumSet.noneOf(EventType.class);
        for (String code : codes) {
            EventType.choosable().stream()
                    .filter(type -> type.code().equals(code))
                    .forEach(types::add);
        }
        if (types.isEmpty()
                || types.size()
                        != Set.copyOf(codes.stream().map(String::valueOf).toList())
                                .size()) {
            wrong.add(new FieldError(
                    "events",
                    "choice",
                    "webhooks.problem.events",
                    EventType.choosable().stream().map(EventType::code).collect(Collectors.joining(", "))));
        }
        return types;
    }

    private static String code(UrlRule.Why why) {
        return switch (why) {
            case SHAPE -> "shape";
            case NOT_HTTPS -> "not-https";
            case PORT -> "port";
            case UNKNOWN_HOST -> "unknown-host";
            case CLOSED_NETWORK -> "closed-network";
        };
    }

    private static String key(UrlRule.Why why) {
        return switch (why) {
            case SHAPE -> "webhooks.problem.url";
            case NOT_HTTPS -> "webhooks.problem.url-not-https";
            case PORT -> "webhooks.problem.url-port";
            case UNKNOWN_HOST -> "webhooks.problem.url-unknown-host";
            case CLOSED_NETWORK -> "webhooks.problem.url-closed-network";
        };
    }
}

package kr.dochak.webhooks;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kr.dochak.shared.Problem;
import kr.dochak.shared.Problem.FieldError;
import kr.dochak.webhooks.UrlRule.Verdict;
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

    EndpointRequest check(@Nullable String url, @Nullable String description, @Nullable List<String> events) {
        List<FieldError> wrong = new ArrayList<>();
        String address = url == null ? "" : url.strip();
        if (destinations.judge(address) instanceof Verdict.Bad bad) {
            wrong.add(new FieldError("url", code(bad.why()), advice(bad.why())));
        }
        String about = description == null ? "" : description.strip();
        if (about.length() > LONGEST_DESCRIPTION || about.chars().anyMatch(Character::isISOControl)) {
            wrong.add(new FieldError("description", "length", "설명은 한 줄, " + LONGEST_DESCRIPTION + "자까지예요."));
        }
        Set<EventType> types = types(events == null ? List.of() : events, wrong);
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
        return new EndpointRequest(address, about, types);
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
                    "다음 가운데 하나 이상을 골라 주세요: "
                            + EventType.choosable().stream()
                                    .map(EventType::code)
                                    .collect(Collectors.joining(", "))));
        }
        return types;
    }

    private static String code(UrlRule.Why why) {
        return switch (why) {
            case SHAPE -> "shape";
            case NOT_HTTPS -> "not-https";
            case UNKNOWN_HOST -> "unknown-host";
            case CLOSED_NETWORK -> "closed-network";
        };
    }

    private static String advice(UrlRule.Why why) {
        return switch (why) {
            case SHAPE -> "https://로 시작하는 주소를 500자 안으로 보내 주세요. 아이디나 #은 넣을 수 없어요.";
            case NOT_HTTPS -> "https 주소만 쓸 수 있어요.";
            case UNKNOWN_HOST -> "이 주소의 서버를 찾을 수 없어요. 철자를 확인해 주세요.";
            case CLOSED_NETWORK -> "사설망이나 내부 주소로는 보낼 수 없어요. 인터넷에서 열리는 주소를 써 주세요.";
        };
    }
}

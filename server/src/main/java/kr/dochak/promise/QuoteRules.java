package kr.dochak.promise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.dochak.shared.Area;
import kr.dochak.shared.Problem;
import kr.dochak.shared.Problem.FieldError;
import org.jspecify.annotations.Nullable;

/** What can be quoted: every field that cannot be used is named, with what to do. */
final class QuoteRules {

    static final int MOST_AT_ONCE = 100;
    static final int MOST_METHODS = 10;
    private static final int LONGEST = 40;
    private static final String STANDARD = "standard";

    private final List<FieldError> errors = new ArrayList<>();
    private final String prefix;

    private QuoteRules(String prefix) {
        this.prefix = prefix;
    }

    /** The lanes of a request by the shop's name of the method, in its order; throws {@link Problem} when it has errors. */
    static Map<String, Quote.Lane> lanes(@Nullable QuoteRequest request, String prefix) {
        QuoteRules rules = new QuoteRules(prefix);
        Map<String, Quote.Lane> lanes = rules.read(request);
        if (!rules.errors.isEmpty()) {
            throw Problem.invalid(rules.errors);
        }
        return lanes;
    }

    private Map<String, Quote.Lane> read(@Nullable QuoteRequest request) {
        if (request == null) {
            error("recipient", "missing", "받는 곳의 우편번호를 보내 주세요.");
            return Map.of();
        }
        String origin = request.shipFrom() == null ? Area.UNKNOWN : area("shipFrom", request.shipFrom());
        String destination = area("recipient", request.recipient());
        List<QuoteRequest.@Nullable Method> methods =
                request.methods() == null || request.methods().isEmpty()
                        ? List.of(new QuoteRequest.Method(STANDARD, null))
                        : request.methods();
        if (methods.size() > MOST_METHODS) {
            error("methods", "too-many", "배송 방법은 한 번에 " + MOST_METHODS + "개까지 물어볼 수 있어요.");
            return Map.of();
        }
        Map<String, Quote.Lane> lanes = new LinkedHashMap<>();
        for (int i = 0; i < methods.size(); i++) {
            method("methods[" + i + "]", methods.get(i), origin, destination, lanes);
        }
        return lanes;
    }

    private void method(
            String field,
            QuoteRequest.@Nullable Method method,
            String origin,
            String destination,
            Map<String, Quote.Lane> lanes) {
        String id = method == null || method.id() == null ? STANDARD : method.id();
        String carrier = method == null || method.carrier() == null ? CarrierCalendars.ANY : method.carrier();
        if (id.isBlank() || id.length() > LONGEST) {
            error(field + ".id", "length", "배송 방법의 이름은 1~" + LONGEST + "자로 보내 주세요.");
        }
        if (carrier.isBlank() || carrier.length() > LONGEST) {
            error(field + ".carrier", "length", "택배사 코드는 1~" + LONGEST + "자예요. 예: kr.cjlogistics");
        }
        if (lanes.put(id, new Quote.Lane(carrier, origin, destination)) != null) {
            error(field + ".id", "twice", "같은 이름의 배송 방법이 두 번 있어요.");
        }
    }

    private String area(String field, QuoteRequest.@Nullable Place place) {
        if (place != null && place.area() != null && !place.area().isBlank()) {
            if (place.area().length() > 20) {
                error(field + ".area", "length", "지역 이름은 20자까지예요. 예: 인천");
            }
            return place.area().strip();
        }
        if (place == null || place.postcode() == null || place.postcode().isBlank()) {
            error(field + ".postcode", "missing", "우편번호 다섯 자리를 보내 주세요.");
            return Area.UNKNOWN;
        }
        return Area.ofPostcode(place.postcode().strip()).orElseGet(() -> {
            error(field + ".postcode", "unknown", "없는 우편번호예요. 다섯 자리를 확인해 주세요.");
            return Area.UNKNOWN;
        });
    }

    private void error(String field, String code, String detail) {
        errors.add(new FieldError(prefix + field, code, detail));
    }
}

package kr.dochak.promise.quotes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.dochak.promise.windows.CarrierCalendars;
import kr.dochak.promise.windows.DayChances.Way;
import kr.dochak.shared.Area;
import kr.dochak.shared.Carrier;
import kr.dochak.shared.CarrierId;
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
    static Map<String, Way> lanes(@Nullable QuoteRequest request, String prefix) {
        QuoteRules rules = new QuoteRules(prefix);
        Map<String, Way> lanes = rules.read(request);
        if (!rules.errors.isEmpty()) {
            throw Problem.invalid(rules.errors);
        }
        return lanes;
    }

    private Map<String, Way> read(@Nullable QuoteRequest request) {
        if (request == null) {
            error("recipient", "missing", "promise.problem.recipient");
            return Map.of();
        }
        String origin = request.shipFrom() == null ? Area.UNKNOWN : area("shipFrom", request.shipFrom());
        String destination = area("recipient", request.recipient());
        List<QuoteRequest.@Nullable Method> methods =
                request.methods() == null || request.methods().isEmpty()
                        ? List.of(new QuoteRequest.Method(STANDARD, null))
                        : request.methods();
        if (methods.size() > MOST_METHODS) {
            error("methods", "too-many", "promise.problem.methods", MOST_METHODS);
            return Map.of();
        }
        Map<String, Way> lanes = new LinkedHashMap<>();
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
            Map<String, Way> lanes) {
        String id = method == null || method.id() == null ? STANDARD : method.id();
        CarrierId carrier = carrier(field + ".carrier", method == null ? null : method.carrier());
        if (id.isBlank() || id.length() > LONGEST) {
            error(field + ".id", "length", "promise.problem.method-name", LONGEST);
        }
        if (lanes.put(id, new Way(CarrierCalendars.key(carrier), origin, destination)) != null) {
            error(field + ".id", "twice", "promise.problem.method-twice");
        }
    }

    /** Any carrier where none is named; one that nobody knows has no tours to reckon with. */
    private @Nullable CarrierId carrier(String field, @Nullable String named) {
        if (named == null) {
            return null;
        }
        Optional<CarrierId> known = Carrier.written(named).map(Carrier::carrierId);
        if (known.isEmpty()) {
            error(
                    field,
                    "unknown",
                    "shared.problem.carrier-unknown",
                    named.length() > LONGEST ? named.substring(0, LONGEST) : named);
        }
        return known.orElse(null);
    }

    private String area(String field, QuoteRequest.@Nullable Place place) {
        if (place != null && place.area() != null && !place.area().isBlank()) {
            if (place.area().length() > 20) {
                error(field + ".area", "length", "promise.problem.area");
            }
            return place.area().strip();
        }
        if (place == null || place.postcode() == null || place.postcode().isBlank()) {
            error(field + ".postcode", "missing", "shared.problem.postcode-missing");
            return Area.UNKNOWN;
        }
        return Area.ofPostcode(place.postcode().strip()).orElseGet(() -> {
            error(field + ".postcode", "unknown", "shared.problem.postcode-unknown");
            return Area.UNKNOWN;
        });
    }

    private void error(String field, String code, String key, Object... args) {
        errors.add(new FieldError(prefix + field, code, key, args));
    }
}

package kr.dochak.simulator.inquiry;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.dochak.simulator.carriers.Carrier;
import kr.dochak.simulator.korea.KoreanTime;
import kr.dochak.simulator.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Sweettracker and tracker.delivery: one way to ask for all carriers, with a key, and the wish to be called. */
public final class Aggregators {

    private static final Duration LONGEST_WISH = Duration.ofHours(48);
    private static final Duration SWEET_WISH = Duration.ofDays(60);
    private static final Pattern TRACKER_KEY = Pattern.compile("TRACKQL-API-KEY ([^:\\s]+:\\S+)");

    private final Inquiry inquiry;
    private final Moods moods;
    private final Callbacks callbacks;
    private final Supplier<LocalDateTime> now;
    private final Keys keys;
    private final Sweettracker sweet = new Sweettracker();
    private final TrackerDelivery tracker = new TrackerDelivery();

    /** The keys that open; an empty one lets any in that is not blank. */
    public record Keys(String sweettracker, String tracker) {

        static boolean opens(String key, String given) {
            return key.isBlank() ? !given.isBlank() : key.equals(given);
        }
    }

    public Aggregators(Inquiry inquiry, Moods moods, Callbacks callbacks, Supplier<LocalDateTime> now, Keys keys) {
        this.inquiry = inquiry;
        this.moods = moods;
        this.callbacks = callbacks;
        this.now = now;
        this.keys = keys;
    }

    public Saying sweetTracking(String key, String code, String number) {
        if (!Keys.opens(keys.sweettracker(), key)) {
            return Sweettracker.refused("101", "유효하지 않은 API KEY 입니다.");
        }
        Carrier carrier = Sweettracker.CODES.get(code);
        return carrier == null ? sweet.notFound(number) : inquiry.answer(sweet, Source.SWEETTRACKER, carrier, number);
    }

    public Saying sweetCompanies(String key) {
        return sweetKnows(key, Sweettracker.companies());
    }

    public Saying sweetRecommend(String key, String number) {
        return sweetKnows(key, Sweettracker.recommend(number));
    }

    private Saying sweetKnows(String key, Saying saying) {
        return Keys.opens(keys.sweettracker(), key)
                ? inquiry.door(Source.SWEETTRACKER, saying)
                : Sweettracker.refused("101", "유효하지 않은 API KEY 입니다.");
    }

    /**
     * 1 something is missing, 2 a wrong number, 4 a carrier it does not know, 99 its own fault. Assumed, since nothing
     * tells: the shape of the answer, how long it lasts, and that {@code tier} and {@code type} may be missing.
     */
    public Saying sweetAdd(Map<String, String> form) {
        String code = form.getOrDefault("code", "");
        String number = form.getOrDefault("num", "").replaceAll("[\\s-]", "");
        String url = form.getOrDefault("callback_url", "");
        String format = form.getOrDefault("callback_type", "map");
        if (number.isEmpty()
                || code.isEmpty()
                || url.isEmpty()
                || form.getOrDefault("fid", "").isEmpty()) {
            return added(false, "1", "필수 파라미터가 빈 값이거나 없습니다.");
        }
        if (!Keys.opens(keys.sweettracker(), form.getOrDefault("key", ""))) {
            return added(false, "99", "유효하지 않은 API KEY 입니다.");
        }
        Carrier carrier = Sweettracker.CODES.get(code);
        if (carrier == null) {
            return added(false, "4", "지원하지 않는 택배사 코드입니다.");
        }
        if (!number.matches("\\d{9,14}")) {
            return added(false, "2", "운송장번호가 올바르지 않습니다.");
        }
        Moods.Mood mood = moods.meet(Source.SWEETTRACKER);
        Optional<Saying> broken = Inquiry.broken(mood);
        if (broken.isPresent()) {
            return broken.get();
        }
        if (format.equals("xml") || mood.fault() == Fault.ERROR_INSIDE || mood.fault() == Fault.LIMITED) {
            return added(false, "99", "시스템 오류입니다.");
        }
        callbacks.register(new Wish(
                Source.SWEETTRACKER,
                carrier,
                number,
                url,
                format,
                form.getOrDefault("fid", ""),
                now.get().plus(SWEET_WISH)));
        return added(true, "", "success");
    }

    private static Saying added(boolean success, String code, String message) {
        return Saying.json(
                success ? Map.of("success", true) : Map.of("success", false, "e_code", code, "e_message", message));
    }

    /** A query for one parcel, or the wish to be called; variables or words inside the query are understood. */
    public Saying graphql(@Nullable String authorization, JsonNode body) {
        Matcher key = TRACKER_KEY.matcher(authorization == null ? "" : authorization);
        if (!key.matches() || !Keys.opens(keys.tracker(), key.group(1))) {
            return TrackerDelivery.refused("track", "UNAUTHENTICATED", "Unauthenticated");
        }
        Asked asked = new Asked(body.path("query").asString(""), body.path("variables"));
        return asked.query().contains("registerTrackWebhook") ? wish(asked) : track(asked);
    }

    private Saying track(Asked asked) {
        Optional<Carrier> carrier = carrier(asked.argument("carrierId"));
        String number = asked.argument("trackingNumber");
        return carrier.isEmpty() || number.isEmpty()
                ? TrackerDelivery.refused("track", "BAD_REQUEST", "carrierId or trackingNumber")
                : inquiry.answer(tracker, Source.TRACKER_DELIVERY, carrier.get(), number);
    }

    private Saying wish(Asked asked) {
        String field = "registerTrackWebhook";
        Optional<Carrier> carrier = carrier(asked.argument("carrierId"));
        LocalDateTime until = moment(asked.argument("expirationTime"));
        String url = asked.argument("callbackUrl");
        if (carrier.isEmpty() || until == null || !url.startsWith("http")) {
            return TrackerDelivery.refused(field, "BAD_REQUEST", "carrierId, callbackUrl or expirationTime");
        }
        if (until.isAfter(now.get().plus(LONGEST_WISH))) {
            return TrackerDelivery.refused(field, "BAD_REQUEST", "expirationTime is more than 48 hours ahead");
        }
        Fault fault = moods.meet(Source.TRACKER_DELIVERY).fault();
        if (fault == Fault.LIMITED) {
            return tracker.limited();
        }
        if (fault == Fault.ERROR_INSIDE) {
            return TrackerDelivery.refused(field, "INTERNAL", "Internal error");
        }
        callbacks.register(new Wish(
                Source.TRACKER_DELIVERY, carrier.get(), asked.argument("trackingNumber"), url, "json", "", until));
        return TrackerDelivery.registered();
    }

    private static Optional<Carrier> carrier(String id) {
        return java.util.Arrays.stream(Carrier.values())
                .filter(carrier -> carrier.id().equals(id))
                .findFirst();
    }

    private static @Nullable LocalDateTime moment(String iso) {
        try {
            return KoreanTime.parse(iso);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    /**
     * As much of GraphQL as these two questions need: {@code name: $variable} or {@code name: "word"}, flat or in an input.
     */
    private record Asked(String query, JsonNode variables) {

        String argument(String name) {
            Matcher matcher = Pattern.compile(name + "\\s*:\\s*(?:\\$(\\w+)|\"([^\"]*)\")")
                    .matcher(query);
            if (!matcher.find()) {
                return variables.path("input").path(name).asString("");
            }
            return matcher.group(1) == null
                    ? Json.read("{\"v\":\"" + matcher.group(2) + "\"}")
                            .path("v")
                            .asString("")
                    : variables.path(matcher.group(1)).asString("");
        }
    }
}

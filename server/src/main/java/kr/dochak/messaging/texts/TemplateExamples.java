package kr.dochak.messaging.texts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.dochak.compensation.CompensationFact.Kind;
import kr.dochak.messaging.GrantFact;
import kr.dochak.messaging.NoticeFacts;
import kr.dochak.messaging.policy.MessagingPolicy;
import kr.dochak.orders.DeliveryRequest;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.PromiseFact.DelayKind;
import kr.dochak.promise.causes.LostTime;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.TimeWindow;

/** Long but real values for every variable: what a preview shows and what lengths are measured with. */
public final class TemplateExamples {

    private static final Instant NOON = Instant.parse("2026-11-23T03:00:00Z");

    private static final MessagingPolicy POLICY = new MessagingPolicy(
            MallId.DEFAULT,
            List.of(),
            List.of(),
            Duration.ZERO,
            Duration.ZERO,
            1,
            "배송 책임 매니저",
            Duration.ofDays(1),
            Duration.ofDays(1));

    private TemplateExamples() {}

    public static Map<String, String> values(String language) {
        NoticeFacts facts = new NoticeFacts(
                new TimeWindow(Instant.parse("2026-11-23T05:00:00Z"), Instant.parse("2026-11-23T09:00:00Z")),
                new TimeWindow(Instant.parse("2026-11-24T09:00:00Z"), Instant.parse("2026-11-25T01:00:00Z")),
                DelayCause.LINE_HAUL,
                DelayKind.PREDICTED,
                "옥천HUB",
                List.of(
                        new GrantFact("late-6h", Kind.POINTS, 5, 12_950, 1L, 360, null),
                        new GrantFact("late-3d", Kind.COUPON, 10, 10_000, 1L, 4_320, null)),
                NOON,
                NOON,
                "C-20261123-0001",
                "김서연",
                "482913",
                new NoticeFacts.Way(
                        new CarrierId("kr.cjlogistics"),
                        new TimeWindow(NOON, NOON.plusSeconds(4 * 3600)),
                        DeliveryRequest.Place.SECURITY,
                        LocalDate.of(2026, 11, 30)),
                new LostTime(
                        LostTime.Part.LEG, "옥천HUB", "해운대SUB", NOON.minusSeconds(93_600), NOON, Duration.ofHours(4)),
                null);
        Map<String, String> values = new HashMap<>(Wording.values(facts, NOON, POLICY, language));
        values.put("name", language.equals("en") ? "Jimin Kim" : "김지민");
        boolean english = language.equals("en");
        values.put("headline", english ? "Deliveries to Jeju are late" : "제주 배송이 늦어지고 있어요");
        values.put(
                "words",
                english
                        ? "No ships leave Jeju today because of strong wind. Parcels wait at the port and leave with the first ship."
                        : "강풍으로 오늘 제주 배가 뜨지 못하고 있어요. 택배는 항구에서 기다리고 있고, 첫 배로 떠나요.");
        values.put("mall", "무지개문구");
        values.put("orderNo", "R20261123-000123");
        values.put("link", "https://dochak.example.com/t/AbCdEfGhIjKlMnOpQrStUvWxYz0123456789");
        values.put("ratingLink", values.get("link") + "#rating");
        values.put("caseLink", values.get("link") + "#inquiry");
        return values;
    }
}

package kr.dochak.messaging.texts;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import kr.dochak.messaging.NoticeFacts;
import kr.dochak.messaging.NoticeKind;
import kr.dochak.messaging.policy.MessagingPolicy;
import kr.dochak.messaging.reasons.CauseText;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.PromiseFact.DelayKind;
import kr.dochak.shared.TimeWindow;

/** Chooses the text for a notice and puts its facts into words. Pure; names and links come from outside. */
final class Wording {

    /** Every variable a template may use. */
    static final Set<String> VARIABLES = Set.of(
            "name",
            "mall",
            "orderNo",
            "link",
            "ratingLink",
            "caseLink",
            "window",
            "oldWindow",
            "reason",
            "finding",
            "grant",
            "at",
            "contactBy",
            "caseNo",
            "owner",
            "place",
            "code",
            "happened",
            "seen",
            "carrier",
            "dispatch",
            "left",
            "leaves",
            "request",
            "headline",
            "words");

    private Wording() {}

    /** The template's situation: the kind, and where its text differs, the variant. */
    static String of(NoticeKind kind, NoticeFacts facts) {
        boolean granted = !facts.grantsOrNone().isEmpty();
        return switch (kind) {
            case DELAYED -> (isSilence(facts) ? "silent" : "delayed") + (granted ? "-granted" : "");
            case LOST_OR_DAMAGED -> granted ? "lost-or-damaged-granted" : "lost-or-damaged";
            case WINDOW_CHANGED -> windowChanged(facts);
            default -> kind.code();
        };
    }

    /** Of a parcel that nobody sees, whose promise may be days away (TRK-4); earlier versions named no moment for it. */
    private static boolean isSilence(NoticeFacts facts) {
        return facts.finding() == DelayKind.SILENT && facts.by() != null;
    }

    private static String windowChanged(NoticeFacts facts) {
        if (facts.cause() == DelayCause.CUSTOMER_REQUEST) {
            return "window-requested";
        }
        TimeWindow old = facts.old();
        TimeWindow now = facts.window();
        boolean earlier = old != null && now != null && now.to().isBefore(old.to());
        return earlier ? "window-earlier" : "window-changed";
    }

    /** The facts as values of the template's variables; those that do not apply are missing. */
    static Map<String, String> values(NoticeFacts facts, Instant detectedAt, MessagingPolicy policy, String language) {
        ArrivalText time = new ArrivalText(language);
        Map<String, String> values = new HashMap<>();
        values.put("reason", CauseText.reason(facts.cause(), facts.place(), facts.lost(), detectedAt, language));
        values.put("finding", CauseText.finding(facts.finding(), language));
        values.put("grant", GrantText.sentence(facts.grantsOrNone(), facts.finding() != null, language));
        values.put("at", time.moment(facts.at() == null ? detectedAt : facts.at()));
        values.put(
                "contactBy", time.deadline(facts.by() == null ? detectedAt.plus(policy.contactWithin()) : facts.by()));
        values.put("owner", facts.owner() == null ? contact(policy.careContact(), language) : facts.owner());
        NoticeFacts.OwnWords own = facts.own();
        put(values, "headline", own == null ? null : own.title(language));
        put(values, "words", own == null ? null : own.body(language));
        put(values, "window", facts.window() == null ? null : time.window(facts.window()));
        put(values, "oldWindow", facts.old() == null ? null : time.window(facts.old()));
        put(values, "caseNo", facts.no());
        put(values, "place", facts.place());
        put(values, "code", facts.code());
        values.putAll(WayText.values(facts, detectedAt, language));
        return values;
    }

    private static String contact(String careContact, String language) {
        return language.equals("en") && careContact.equals("배송 책임 매니저") ? "Delivery manager" : careContact;
    }

    private static void put(Map<String, String> values, String name, @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}

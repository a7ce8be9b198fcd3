package kr.dochak.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kr.dochak.orders.DeliveryRequest;
import kr.dochak.promise.PromiseFact.Delay;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.PromiseFact.DelayKind;
import kr.dochak.promise.causes.LostTime;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.TimeWindow;
import org.jspecify.annotations.Nullable;

/**
 * What a notice is made of, before words: texts are made from it when somebody reads or sends it, in the reader's language.
 * It never holds a name, a phone number or an address.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record NoticeFacts(
        @Nullable TimeWindow old,
        @Nullable TimeWindow window,
        @Nullable DelayCause cause,
        @Nullable DelayKind finding,
        @Nullable String place,
        @Nullable List<GrantFact> grants,
        @Nullable Instant at,
        @Nullable Instant by,
        @Nullable String no,
        @Nullable String owner,
        @Nullable String code,
        @Nullable Way way,
        @Nullable LostTime lost,
        @Nullable OwnWords own) {

    /** What somebody of the staff wrote for many customers, in both languages; it holds nothing of a person. */
    public record OwnWords(String titleKo, String bodyKo, String titleEn, String bodyEn) {

        public String title(String language) {
            return language.equals("en") ? titleEn : titleKo;
        }

        public String body(String language) {
            return language.equals("en") ? bodyEn : bodyKo;
        }
    }

    /**
     * How it travels: what the order, the warehouse and the customer's wish say of it.
     *
     * @param carrier as shipments have it
     * @param dispatch when the carrier is expected to take it
     * @param place where the customer wants it, and {@code day} on which day; of delivery requests only
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Way(
            @Nullable CarrierId carrier,
            @Nullable TimeWindow dispatch,
            DeliveryRequest.@Nullable Place place,
            @Nullable LocalDate day) {}

    public NoticeFacts(
            @Nullable TimeWindow old,
            @Nullable TimeWindow window,
            @Nullable DelayCause cause,
            @Nullable DelayKind finding,
            @Nullable String place,
            @Nullable List<GrantFact> grants,
            @Nullable Instant at,
            @Nullable Instant by,
            @Nullable String no,
            @Nullable String owner,
            @Nullable String code,
            @Nullable Way way) {
        this(old, window, cause, finding, place, grants, at, by, no, owner, code, way, null, null);
    }

    /** What was written for many, as it goes out at this moment. */
    public static NoticeFacts own(OwnWords words, Instant at) {
        return new NoticeFacts(null, null, null, null, null, null, at, null, null, null, null, null, null, words);
    }

    static final NoticeFacts NONE = at(null);

    static NoticeFacts at(@Nullable Instant at) {
        return new NoticeFacts(null, null, null, null, null, null, at, null, null, null, null, null);
    }

    static NoticeFacts window(TimeWindow window) {
        return new NoticeFacts(null, window, null, null, null, null, null, null, null, null, null, null);
    }

    static NoticeFacts change(TimeWindow old, TimeWindow now, DelayCause cause, @Nullable LostTime lost) {
        return new NoticeFacts(old, now, cause, null, null, null, null, null, null, null, null, null, lost, null);
    }

    static NoticeFacts delay(Delay delay, List<GrantFact> grants) {
        return new NoticeFacts(
                delay.promised(),
                delay.expected(),
                delay.cause(),
                delay.kind(),
                delay.place(),
                grants,
                null,
                null,
                null,
                null,
                null,
                null,
                delay.lost(),
                null);
    }

    public static NoticeFacts move(
            @Nullable TimeWindow window, @Nullable DelayCause cause, @Nullable String place, Instant at) {
        return new NoticeFacts(null, window, cause, null, place, null, at, null, null, null, null, null);
    }

    static NoticeFacts granted(List<GrantFact> grants, Instant at) {
        return new NoticeFacts(null, null, null, null, null, grants, at, null, null, null, null, null);
    }

    static NoticeFacts ofCase(String no, String owner, @Nullable Instant at, @Nullable Instant by) {
        return new NoticeFacts(null, null, null, null, null, null, at, by, no, owner, null, null);
    }

    static NoticeFacts code(String code) {
        return new NoticeFacts(null, null, null, null, null, null, null, null, null, null, code, null);
    }

    /** The same with how it travels. */
    public NoticeFacts travelling(Way how) {
        return new NoticeFacts(old, window, cause, finding, place, grants, at, by, no, owner, code, how, lost, own);
    }

    /** The same of a parcel that nobody has seen since a moment, of which its customer hears by another. */
    NoticeFacts unseen(Instant since, Instant hears) {
        return new NoticeFacts(
                old, window, cause, finding, place, grants, since, hears, no, owner, code, way, lost, own);
    }

    public List<GrantFact> grantsOrNone() {
        return grants == null ? List.of() : grants;
    }
}

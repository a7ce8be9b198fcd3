package kr.dochak.promise.models;

import java.time.Instant;
import java.util.List;
import kr.dochak.promise.learning.features.Consignment;
import kr.dochak.promise.learning.features.Consignment.Goods;
import kr.dochak.promise.learning.features.Consignment.Terms;
import kr.dochak.promise.learning.features.Place;
import kr.dochak.promise.models.Observation.Parcel;
import kr.dochak.promise.windows.CarrierCalendar;
import kr.dochak.promise.windows.CarrierCalendars;
import kr.dochak.promise.windows.Cutoffs;
import kr.dochak.promise.windows.Forecast;
import kr.dochak.promise.windows.Stage;
import kr.dochak.shared.MallId;

/**
 * Parcels as the learning core sees them, which averages by sender, areas and kind of goods: the carrier is the sender and
 * a part of each province, the mall is the kind, its centre the product. What a quote does not know (the price) is left
 * out, and so is the promise, which is made of the window itself.
 */
record Consignments(CarrierCalendars calendars, Cutoffs cutoffs) {

    /** Whose days off count for a consignment. */
    private record Hands(String carrier, String origin, long mall) {

        /** The way back from {@link Consignments#of}. */
        private static Hands of(Consignment consignment) {
            return new Hands(
                    consignment.sender(),
                    consignment.from().areas().getFirst(),
                    Long.parseLong(consignment.goods().kind()));
        }
    }

    Consignment of(Parcel parcel) {
        return of(
                String.valueOf(parcel.promiseId()),
                new Forecast.Delivery(
                        parcel.carrier(),
                        parcel.origin(),
                        parcel.destination(),
                        Stage.ORDERED,
                        parcel.confirmedAt(),
                        parcel.tenantId(),
                        parcel.confirmedAt()));
    }

    Consignment of(String id, Forecast.Delivery known) {
        String mall = String.valueOf(known.tenantId());
        return new Consignment(
                id,
                known.carrier(),
                place(known.origin(), known.carrier(), mall),
                place(known.destination(), known.carrier()),
                new Goods(mall, mall + ' ' + known.origin(), 1, 1, Double.NaN, Double.NaN),
                new Terms(known.confirmedAt(), Double.NaN, Double.NaN, "", shipBy(known), null),
                known.confirmedAt());
    }

    /** The calendar of its whole way: until it is handed over that of its mall, then that of its carrier. */
    CarrierCalendar calendarOf(Consignment consignment) {
        Hands hands = Hands.of(consignment);
        CarrierCalendar calendar = calendars.of(hands.carrier(), hands.origin());
        Instant handover = consignment.terms().shipBy();
        return handover == null
                ? calendar
                : cutoffs.of(new MallId(hands.mall())).wholeWay(handover, calendar);
    }

    private static Place place(String province, String... within) {
        String[] areas = new String[within.length + 1];
        areas[0] = province;
        for (int i = 0; i < within.length; i++) {
            areas[i + 1] = areas[i] + ' ' + within[i];
        }
        return new Place(List.of(areas), Double.NaN, Double.NaN);
    }

    /** The cut-off and the carrier's days off, as the moment at which it fetches. */
    private Instant shipBy(Forecast.Delivery known) {
        CarrierCalendar calendar = calendars.of(known.carrier(), known.origin());
        return cutoffs.of(known.tenantId()).handover(known.confirmedAt(), calendar);
    }
}

package kr.dochak.calendar;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.dochak.shared.BusinessCalendar;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;

/**
 * All calendars as of one moment, never changed: the nation's, and who rests or works otherwise. Pure.
 *
 * @param version grows with every day that is declared or withdrawn
 */
public record DeclaredDays(
        long version,
        BusinessCalendar nation,
        Exceptions carriers,
        Map<CarrierId, Exceptions> ofCarrier,
        Map<MallId, Exceptions> ofMall) {

    public DeclaredDays {
        ofCarrier = Map.copyOf(ofCarrier);
        ofMall = Map.copyOf(ofMall);
    }

    /** The table of holidays with these days, of which only those count that hold. */
    static DeclaredDays of(long version, BusinessCalendar table, List<DeclaredDay> days) {
        Sorting nation = new Sorting();
        Sorting carriers = new Sorting();
        Map<CarrierId, Sorting> ofCarrier = new HashMap<>();
        Map<MallId, Sorting> ofMall = new HashMap<>();
        for (DeclaredDay each : days) {
            Sorting at = switch (each.scope()) {
                case NATION -> nation;
                case CARRIERS -> carriers;
                case CARRIER ->
                    each.carrier() == null
                            ? new Sorting()
                            : ofCarrier.computeIfAbsent(each.carrier(), carrier -> new Sorting());
                case MALL ->
                    each.mall() == null ? new Sorting() : ofMall.computeIfAbsent(each.mall(), mall -> new Sorting());
            };
            at.take(each);
        }
        Map<CarrierId, Exceptions> byCarrier = new HashMap<>();
        ofCarrier.forEach((carrier, sorted) -> byCarrier.put(carrier, sorted.exceptions()));
        Map<MallId, Exceptions> byMall = new HashMap<>();
        ofMall.forEach((mall, sorted) -> byMall.put(mall, sorted.exceptions()));
        return new DeclaredDays(
                version, table.with(nation.closed, nation.open), carriers.exceptions(), byCarrier, byMall);
    }

    private static final class Sorting {

        private final Set<LocalDate> closed = new HashSet<>();
        private final Set<LocalDate> open = new HashSet<>();

        private void take(DeclaredDay day) {
            if (day.holds()) {
                (day.open() ? open : closed).add(day.day());
            }
        }

        private Exceptions exceptions() {
            return new Exceptions(closed, open);
        }
    }

    /** What was declared for all carriers and for this one, whose own word counts more. */
    public Exceptions ofCarrier(CarrierId carrier) {
        return carriers.and(ofCarrier.getOrDefault(carrier, Exceptions.NONE));
    }

    /** What a mall declared for itself. */
    public Exceptions ofMall(MallId mall) {
        return ofMall.getOrDefault(mall, Exceptions.NONE);
    }

    /** The business days of a mall: the law's, without the mall's own days off, and with those on which it works. */
    public BusinessCalendar businessOf(MallId mall) {
        Exceptions own = ofMall(mall);
        return own.equals(Exceptions.NONE)
                ? nation
                : nation.with(own.closed(), Set.of()).working(own.open());
    }
}

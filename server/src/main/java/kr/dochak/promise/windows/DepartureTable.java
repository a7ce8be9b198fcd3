package kr.dochak.promise.windows;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import kr.dochak.promise.windows.DeparturePlan.Lead;
import kr.dochak.promise.windows.DeparturePlan.Moment;
import kr.dochak.promise.windows.WindowBasis.Whose;
import kr.dochak.shared.MallId;

/**
 * By how much open time parcels are ready, and handed over, after the moments of their {@link DeparturePlan};
 * immutable, replaced as a whole when learned anew. A mall's own figures are drawn towards those of all malls, the more
 * the fewer they are, and without any history there is a default.
 */
public record DepartureTable(Map<Key, Row> rows) {

    /** With fewer parcels of a mall, all malls together are the better guess. */
    static final int ENOUGH = 20;

    /** With so many parcels a mall's own figures count half. */
    static final int HALF = 50;

    /** Tenant 0: all malls. */
    public static final long ALL = 0;

    /** A row's key. */
    public record Key(MallId tenantId, Lead lead, Moment moment) {}

    /** A row: how many parcels stand behind it; none for a default. */
    record Row(long parcels, Duration q10, Duration q50, Duration q90) {

        WindowBasis basis(Whose whose) {
            return parcels == 0 ? new WindowBasis.DepartureDefault() : new WindowBasis.Departed(whose, parcels);
        }

        private Row drawnTo(Row all) {
            double own = (double) parcels / (parcels + HALF);
            return new Row(parcels, mix(q10, all.q10, own), mix(q50, all.q50, own), mix(q90, all.q90, own));
        }

        private static Duration mix(Duration a, Duration b, double share) {
            return Duration.ofSeconds(Math.round(a.toSeconds() * share + b.toSeconds() * (1 - share)));
        }
    }

    public DepartureTable {
        rows = Map.copyOf(rows);
    }

    /** What is expected of an order with this plan; not held ahead of now. */
    public Departure expected(MallId tenantId, DeparturePlan plan, CarrierCalendar calendar) {
        Window handover = window(tenantId, Moment.HANDOVER, plan, calendar);
        return new Departure(window(tenantId, Moment.READY, plan, calendar).notAfter(handover), handover);
    }

    private Window window(MallId tenantId, Moment moment, DeparturePlan plan, CarrierCalendar calendar) {
        Row all = Objects.requireNonNull(
                rows.get(new Key(new MallId(ALL), plan.lead(), moment)),
                () -> "no default for " + plan.lead() + " " + moment);
        Row own = rows.get(new Key(tenantId, plan.lead(), moment));
        return own == null || own.parcels < ENOUGH
                ? window(all, Whose.ALL_MALLS, plan.from(moment), calendar)
                : window(own.drawnTo(all), Whose.MALL, plan.from(moment), calendar);
    }

    private static Window window(Row row, Whose whose, Instant from, CarrierCalendar calendar) {
        return new Window(
                calendar.shifted(from, row.q10),
                calendar.shifted(from, row.q50),
                calendar.shifted(from, row.q90),
                row.basis(whose));
    }
}

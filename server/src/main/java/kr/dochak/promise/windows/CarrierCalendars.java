package kr.dochak.promise.windows;

import java.util.Map;
import java.util.Set;
import kr.dochak.shared.Area;
import kr.dochak.shared.CarrierId;
import org.jspecify.annotations.Nullable;

/** The calendar of each carrier; a Korean order without a carrier yet is taken to travel with an ordinary one. */
public final class CarrierCalendars {

    /** Orders whose carrier is not known yet. */
    public static final String ANY = "*";

    private static final Set<String> KOREA = Set.copyOf(Area.ofKorea());

    private final Map<String, CarrierCalendar> byCarrier;
    private final CarrierCalendar ordinary;
    private final CarrierCalendar always;

    CarrierCalendars(Map<String, CarrierCalendar> byCarrier, CarrierCalendar ordinary, CarrierCalendar always) {
        this.byCarrier = Map.copyOf(byCarrier);
        this.ordinary = ordinary;
        this.always = always;
    }

    /** The key of a carrier in all that is learned; one for all orders whose carrier is not known yet. */
    public static String key(@Nullable CarrierId carrier) {
        return carrier == null ? ANY : carrier.value();
    }

    public CarrierCalendar of(String carrier, String origin) {
        CarrierCalendar known = byCarrier.get(carrier);
        if (known != null) {
            return known;
        }
        return KOREA.contains(origin) ? ordinary : always;
    }
}

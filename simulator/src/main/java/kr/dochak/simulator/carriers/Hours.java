package kr.dochak.simulator.carriers;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import kr.dochak.simulator.korea.Dice;

/** When something of a route may happen: so long after the step before, inside these hours, spread so wide. */
public record Hours(
        LocalTime from, LocalTime to, int gapMinutes, int spreadMinutes, int waitDays, boolean deliveryDay) {

    public static Hours at(String from, String to, int gapMinutes, int spreadMinutes) {
        return new Hours(LocalTime.parse(from), LocalTime.parse(to), gapMinutes, spreadMinutes, 0, false);
    }

    public static Hours any(int gapMinutes, int spreadMinutes) {
        return at("00:00", "23:59", gapMinutes, spreadMinutes);
    }

    public Hours onDeliveryDays() {
        return new Hours(from, to, gapMinutes, spreadMinutes, waitDays, true);
    }

    public Hours waiting(int days) {
        return new Hours(from, to, gapMinutes, spreadMinutes, waitDays + days, deliveryDay);
    }

    public LocalDateTime after(LocalDateTime previous, Carrier carrier, Dice dice) {
        LocalDateTime earliest = opening(previous.plusDays(waitDays).plusMinutes(gapMinutes), carrier);
        LocalDateTime latest = earliest.plusMinutes(spreadMinutes);
        LocalDateTime closing = earliest.toLocalDate().atTime(to);
        int seconds = (int) java.time.Duration.between(earliest, latest.isAfter(closing) ? closing : latest)
                .toSeconds();
        return earliest.plusSeconds(dice.between(0, seconds));
    }

    private LocalDateTime opening(LocalDateTime ready, Carrier carrier) {
        LocalDate day = ready.toLocalTime().isAfter(to) ? ready.toLocalDate().plusDays(1) : ready.toLocalDate();
        LocalDate open = deliveryDay ? carrier.deliveryDayFrom(day) : day;
        LocalDateTime opens = open.atTime(from);
        return ready.isAfter(opens) ? ready : opens;
    }
}

package kr.dochak.promise.accuracy;

import java.util.List;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.shared.CarrierId;

/**
 * A carrier on a lane whose windows held badly on a day, and what is known about why.
 *
 * @param usual how many deliveries this group has on an ordinary day; 0 when it had none before
 * @param causes of its deliveries of the day, what had delayed them where; the most frequent first
 */
public record WorstGroup(
        CarrierId carrier, String origin, String destination, Coverage held, double usual, List<Evidence> causes) {

    /** Half as many again as usual is a crowd, from twenty parcels on. */
    private static final double CROWD = 1.5;

    private static final int ENOUGH = 20;

    /** Delays found, by cause and the place where the parcels were. */
    public record Evidence(DelayCause cause, String place, long promises) {}

    /** Whether more came than usual. */
    public boolean crowded() {
        return usual > 0 && held.judged() >= ENOUGH && held.judged() >= CROWD * usual;
    }

    /** Whether parcels came before their window rather than after it: nobody was hurt, but the window was wrong. */
    public boolean mostlyEarly() {
        return held.early() > held.late();
    }
}

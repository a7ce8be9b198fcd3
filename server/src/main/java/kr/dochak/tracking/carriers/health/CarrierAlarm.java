package kr.dochak.tracking.carriers.health;

import java.time.Instant;
import kr.dochak.shared.CarrierId;

/** Something outside that staff have to look at: it sent what nobody understands (TRK-3), or sends nothing (TRK-5). */
public sealed interface CarrierAlarm {

    Instant since();

    /** How much hangs on it, to be ranked by. */
    long weight();

    /**
     * Codes or texts of a carrier that no table knows and nobody has looked at.
     *
     * @param code of the most frequent of them, empty where the carrier gives none; {@code text} as the carrier wrote it
     * @param codes how many there are
     * @param times how often all of them came
     */
    record Unknown(CarrierId carrier, String name, String code, String text, long codes, long times, Instant since)
            implements CarrierAlarm {

        @Override
        public long weight() {
            return times;
        }
    }

    /**
     * A carrier that used to send its scans by itself.
     *
     * @param missing scans that it usually sent in these hours
     * @param since its last scan
     */
    record Quiet(CarrierId carrier, String name, long missing, Instant since) implements CarrierAlarm {

        @Override
        public long weight() {
            return missing;
        }
    }

    /**
     * A source that does not answer.
     *
     * @param leftAlone whether it failed so often that it is not asked for the moment
     * @param waiting parcels it speaks of that nobody else answers about either
     * @param since the last answer, or the first look without one
     */
    record Down(String source, String title, boolean leftAlone, String what, long waiting, Instant since)
            implements CarrierAlarm {

        @Override
        public long weight() {
            return waiting;
        }
    }
}

package kr.dochak.tracking.carriers;

import kr.dochak.shared.CarrierId;

/** Reads what one outside system answers. Pure, and safe for whatever comes in. */
public interface AnswerReader {

    /** What the answer reports of this carrier's parcel. */
    CarrierAnswer read(CarrierId carrier, RawAnswer raw);

    /** The same answer without persons, to be stored: reading it gives the same events. */
    RawAnswer withoutPersons(RawAnswer raw);

    /** Whether a code or text of this carrier, which was unknown once, has a meaning by today's tables. */
    boolean knows(CarrierId carrier, String code, String text);
}

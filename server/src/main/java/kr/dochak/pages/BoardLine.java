package kr.dochak.pages;

import java.time.Instant;
import kr.dochak.shared.Words;

/** One thing on the board that needs hands (INS-1), whichever module found it. */
public interface BoardLine {

    /** Since when it stands so. */
    Instant since();

    /** What it is ranked by: promises, parcels, or how often something came. */
    long weight();

    /** Whether it is an alarm about what is outside the house: a light one is not pushed out by heavier lines. */
    boolean alarm();

    /** What it is, in a word or two. */
    String what(Words words);

    /** Where, and what was said there. */
    String where(Words words);

    /** How much hangs on it. */
    String count(Words words);

    /** Where to act on it. */
    String href();
}

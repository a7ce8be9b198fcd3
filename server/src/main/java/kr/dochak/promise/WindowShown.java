package kr.dochak.promise;

import java.time.Instant;
import kr.dochak.promise.windows.Window;
import kr.dochak.shared.TimeWindow;

/**
 * A line of the promise ledger.
 *
 * @param source what made us show it: the order, a revision, a scan, a timer, the customer's own wish
 */
public record WindowShown(Instant madeAt, Window window, TimeWindow promised, String source, int modelVersion) {}

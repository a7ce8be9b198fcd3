package kr.dochak.promise.accuracy;

import java.time.LocalDate;
import kr.dochak.shared.CarrierId;

/** How the windows of a carrier's deliveries of one week held; the week by its Monday. */
public record WeekCoverage(LocalDate monday, CarrierId carrier, Coverage held) {}

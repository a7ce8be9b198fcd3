package kr.dochak.console.windows;

import java.time.LocalDate;
import java.util.List;
import kr.dochak.promise.windows.DayChance;
import kr.dochak.promise.windows.DayChances.Way;

/**
 * By which days an order placed now comes on one of the mall's busiest ways.
 *
 * @param promised the day that is promised by the mall's present choice
 */
public record LaneChances(Way way, List<DayChance> days, LocalDate promised) {}

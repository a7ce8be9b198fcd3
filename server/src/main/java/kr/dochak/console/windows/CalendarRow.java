package kr.dochak.console.windows;

import kr.dochak.calendar.DeclaredDay;
import kr.dochak.promise.days.CalendarLook;
import org.jspecify.annotations.Nullable;

/**
 * A declared day as its page shows it.
 *
 * @param by who declared it, and who withdrew it where it was withdrawn
 * @param look how far the promises that it moves have been looked at; none where nobody has begun
 */
public record CalendarRow(
        DeclaredDay day, String by, @Nullable CalendarLook look, boolean mayChange) {}

package kr.dochak.calendar;

import java.time.LocalDate;
import kr.dochak.shared.CarrierId;
import org.jspecify.annotations.Nullable;

/**
 * A day as somebody wants to declare it; a mall's is the one of who declares it.
 *
 * @param carrier only where the scope is {@link Scope#CARRIER}
 */
public record Declaration(
        LocalDate day, Scope scope, @Nullable CarrierId carrier, boolean open, String name, String reason) {

    /** The longest name and reason, in characters; the database takes no longer ones. */
    public static final int LONGEST_NAME = 40;

    public static final int LONGEST_REASON = 200;
}

package kr.dochak.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a frame must be told about the request. Each surface may offer one as a bean; without one, the defaults hold. */
public interface FrameFacts {

    /** Whether these are the facts for this request; the first that says so is asked. */
    default boolean knows(HttpServletRequest request) {
        return true;
    }

    /** Whose places are shown around these pages. */
    default NavEntry.@Nullable Surface surface() {
        return null;
    }

    /** The name of the mall whose pages these are. */
    default String mall(HttpServletRequest request) {
        return "도착";
    }

    /** Who is logged in. */
    default Frame.@Nullable Who who(HttpServletRequest request) {
        return request.getRemoteUser() == null ? null : new Frame.Who(request.getRemoteUser(), "");
    }

    /** How many things wait for this person. */
    default int bell(HttpServletRequest request) {
        return 0;
    }

    /** How many things wait behind some of the places, by their keys. */
    default Map<String, Integer> waiting(HttpServletRequest request) {
        return Map.of();
    }

    /** Whether this person may open an entry. */
    default boolean mayOpen(HttpServletRequest request, NavEntry entry) {
        return true;
    }

    /** The clock to show when the world runs at another speed. */
    default Frame.@Nullable WorldClock clock() {
        return null;
    }
}

package kr.dochak.identity.doors;

import jakarta.servlet.http.HttpServletRequest;
import kr.dochak.identity.sessions.BrowserCookie;
import kr.dochak.identity.tries.Asker;
import org.springframework.security.core.Authentication;

/**
 * Where a password comes from.
 *
 * @param address as the network names it
 * @param device the browser's mark, or the one that it is given when the password is right
 */
record LoginPlace(String address, Asker asker, String device) {

    static LoginPlace of(HttpServletRequest request) {
        Asker asker = Asker.of(request);
        String mark = asker.device();
        return new LoginPlace(request.getRemoteAddr(), asker, mark == null ? BrowserCookie.random() : mark);
    }

    static LoginPlace of(Authentication given) {
        return given.getDetails() instanceof LoginPlace place
                ? place
                : new LoginPlace("", new Asker("", null), BrowserCookie.random());
    }
}

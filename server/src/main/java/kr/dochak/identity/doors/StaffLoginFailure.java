package kr.dochak.identity.doors;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import kr.dochak.identity.factors.SecondSteps;
import kr.dochak.identity.tries.Slowed;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * Brings staff back to the log-in with what went wrong; who must wait is answered 429 and when, and who has a second factor
 * is led to it.
 */
final class StaffLoginFailure implements AuthenticationFailureHandler {

    private static final String UNTIL = "until";

    private final InstantSource clock;

    StaffLoginFailure(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException, ServletException {
        if (reason instanceof StaffLogin.SlowedUntil slowed) {
            Instant until = slowed.until();
            Slowed.answer(until, clock.instant(), response);
            request.setAttribute(UNTIL, until);
            request.getRequestDispatcher("/console/login/slowed").forward(request, response);
        } else if (reason instanceof StaffLogin.StepNeeded step) {
            SecondSteps.COOKIE.set(step.token(), request, response);
            response.sendRedirect("/console/login/code");
        } else {
            response.sendRedirect("/console/login?failed");
        }
    }
}

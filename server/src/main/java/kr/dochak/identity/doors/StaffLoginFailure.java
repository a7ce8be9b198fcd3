package kr.dochak.identity.doors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Brings staff back to the log-in with what went wrong. */
final class StaffLoginFailure implements AuthenticationFailureHandler {

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        response.sendRedirect(
                reason instanceof StaffLogin.LockedUntil locked
                        ? "/console/login?locked=" + locked.until().getEpochSecond()
                        : "/console/login?failed");
    }
}

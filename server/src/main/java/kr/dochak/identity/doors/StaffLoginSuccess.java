package kr.dochak.identity.doors;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import kr.dochak.identity.tries.Asker;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;

/** Leads staff to the page they wanted, and has their browser keep the mark by which it is known again. */
final class StaffLoginSuccess extends SavedRequestAwareAuthenticationSuccessHandler {

    StaffLoginSuccess(RequestCache wanted) {
        setRequestCache(wanted);
        setDefaultTargetUrl("/console");
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication login)
            throws IOException, ServletException {
        Asker.mark(LoginPlace.of(login).device(), request, response);
        super.onAuthenticationSuccess(request, response, login);
    }
}

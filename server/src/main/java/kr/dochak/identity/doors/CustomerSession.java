package kr.dochak.identity.doors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import kr.dochak.identity.CustomerLogin;
import kr.dochak.identity.security.SecurityEvent.Kind;
import kr.dochak.identity.security.SecurityEvent.Outcome;
import kr.dochak.identity.security.SecurityEvent.Who;
import kr.dochak.identity.security.SecurityLog;
import kr.dochak.identity.sessions.Proof;
import kr.dochak.identity.sessions.Way;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Begins a customer's session after the right code or passkey. */
@Component
public class CustomerSession {

    private final PageLogin pages;
    private final SecurityLog log;

    CustomerSession(PageLogin customerPages, SecurityLog log) {
        this.pages = customerPages;
        this.log = log;
    }

    /** Logs the customer in under a token of its own; answers the path of the page they wanted. */
    public String begin(CustomerLogin customer, HttpServletRequest request, HttpServletResponse response) {
        return begin(customer, Way.CODE, request, response);
    }

    /** As {@link #begin}, for who came in another way. */
    String begin(CustomerLogin customer, Way way, HttpServletRequest request, HttpServletResponse response) {
        pages.tokens().saveToken(null, request, response);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        var login = UsernamePasswordAuthenticationToken.authenticated(customer, null, Authorities.ofCustomer());
        login.setDetails(new Proof(way));
        context.setAuthentication(login);
        SecurityContextHolder.setContext(context);
        pages.logins().saveContext(context, request, response);
        log.note(Kind.CUSTOMER_LOGIN, Outcome.DONE, Who.of(customer), request.getRemoteAddr(), way.name());
        String wanted = pages.wanted().path(request).orElse("/");
        pages.wanted().removeRequest(request, response);
        return wanted;
    }
}

package kr.dochak.identity.doors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import kr.dochak.identity.CustomerLogin;
import kr.dochak.identity.security.SecurityEvent.Kind;
import kr.dochak.identity.security.SecurityEvent.Outcome;
import kr.dochak.identity.security.SecurityEvent.Who;
import kr.dochak.identity.security.SecurityLog;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Begins a customer's session after the right code. */
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
        pages.tokens().saveToken(null, request, response);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(customer, null, Authorities.ofCustomer()));
        SecurityContextHolder.setContext(context);
        pages.logins().saveContext(context, request, response);
        log.note(Kind.CUSTOMER_LOGIN, Outcome.DONE, Who.of(customer), request.getRemoteAddr(), "");
        String wanted = pages.wanted().path(request).orElse("/");
        pages.wanted().removeRequest(request, response);
        return wanted;
    }
}

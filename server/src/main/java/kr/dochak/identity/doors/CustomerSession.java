package kr.dochak.identity.doors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import kr.dochak.identity.CustomerLogin;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.stereotype.Component;

/** Begins a customer's session after the right code. */
@Component
class CustomerSession {

    private final PageLogin pages;

    CustomerSession(PageLogin customerPages) {
        this.pages = customerPages;
    }

    /** Logs the customer in under a new session id; answers the path of the page they wanted. */
    String begin(CustomerLogin customer, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        pages.tokens().saveToken(null, request, response);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(customer, null, Authorities.ofCustomer()));
        SecurityContextHolder.setContext(context);
        pages.logins().saveContext(context, request, response);
        var wanted = pages.wanted().getRequest(request, response);
        pages.wanted().removeRequest(request, response);
        return wanted instanceof DefaultSavedRequest saved ? path(saved) : "/";
    }

    private static String path(DefaultSavedRequest wanted) {
        String path = Objects.requireNonNullElse(wanted.getRequestURI(), "/");
        String query = wanted.getQueryString();
        return query == null ? path : path + "?" + query;
    }
}

package kr.dochak.identity.doors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import kr.dochak.identity.CustomerLogin;
import kr.dochak.identity.vault.People;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends the login of a customer who was erased at their next click, in whichever process it is kept (IDN-3). */
final class StillCustomer extends OncePerRequestFilter {

    private final People people;
    private final SecurityContextRepository logins;

    StillCustomer(People people, SecurityContextRepository logins) {
        this.people = people;
        this.logins = logins;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (login != null
                && login.getPrincipal() instanceof CustomerLogin customer
                && people.isErased(customer.personId())) {
            SecurityContextHolder.clearContext();
            logins.saveContext(SecurityContextHolder.createEmptyContext(), request, response);
        }
        chain.doFilter(request, response);
    }
}

package kr.dochak.identity.doors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffRepository;
import kr.dochak.identity.security.SecurityEvent.Kind;
import kr.dochak.identity.security.SecurityEvent.Outcome;
import kr.dochak.identity.security.SecurityEvent.Who;
import kr.dochak.identity.security.SecurityLog;
import kr.dochak.identity.sessions.Proof;
import kr.dochak.identity.tries.Asker;
import kr.dochak.identity.tries.PasswordLimits;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Begins the log-in of a member of staff who has shown more than a password (IDN-1). */
@Component
public class StaffSession {

    private final PageLogin pages;
    private final PasswordLimits limits;
    private final SecurityLog log;

    StaffSession(PageLogin staffPages, PasswordLimits limits, SecurityLog log) {
        this.pages = staffPages;
        this.limits = limits;
        this.log = log;
    }

    /** Logs the member in under a token of its own, knows the browser from now on; answers the path of the page they wanted. */
    public String begin(
            StaffRepository.Row account, Proof shown, HttpServletRequest request, HttpServletResponse response) {
        StaffMember member = account.member();
        pages.tokens().saveToken(null, request, response);
        var login = UsernamePasswordAuthenticationToken.authenticated(member, null, Authorities.of(member));
        login.setDetails(shown);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(login);
        SecurityContextHolder.setContext(context);
        pages.logins().saveContext(context, request, response);
        LoginPlace place = LoginPlace.of(request);
        limits.succeeded(account.email(), place.asker(), place.device());
        Asker.mark(place.device(), request, response);
        log.note(
                Kind.STAFF_LOGIN,
                Outcome.DONE,
                Who.of(member),
                place.address(),
                shown.way().name());
        String wanted = pages.wanted().path(request).orElse("/console");
        pages.wanted().removeRequest(request, response);
        return wanted;
    }
}

package kr.dochak.identity.doors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import kr.dochak.identity.Staff;
import kr.dochak.identity.StaffMember;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends the login of somebody who has left or whose roles have changed, at their next click and not in twelve hours. */
final class StillOnStaff extends OncePerRequestFilter {

    private final Staff staff;
    private final SecurityContextRepository logins;

    StillOnStaff(Staff staff, SecurityContextRepository logins) {
        this.staff = staff;
        this.logins = logins;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (login != null && login.getPrincipal() instanceof StaffMember member && !staff.stillHolds(member)) {
            SecurityContextHolder.clearContext();
            logins.saveContext(SecurityContextHolder.createEmptyContext(), request, response);
        }
        chain.doFilter(request, response);
    }
}

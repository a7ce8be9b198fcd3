package kr.dochak.pages;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import kr.dochak.api.ProblemWriter;
import kr.dochak.shared.Problem;
import kr.dochak.time.Roles;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** A process without the role {@code web} serves nobody, and says so; its health is told at the management port. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class NoPages extends OncePerRequestFilter {

    private final boolean closed;
    private final ProblemWriter problems;

    public NoPages(Roles roles, ProblemWriter problems) {
        this.closed = !roles.has(Roles.Role.WEB);
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !closed;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        problems.write(request, response, Problem.unavailable("shared.problem.no-pages"));
    }
}

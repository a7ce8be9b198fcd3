package kr.dochak.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import kr.dochak.api.ProblemWriter;
import kr.dochak.shared.Problem;
import kr.dochak.shared.PublicUrl;
import kr.dochak.shared.Sentence;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers only to its own names: redirects and links are built from the name that was asked for, so whoever sends another one
 * would choose where people are led. A name of this machine leads nobody away.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class KnownHosts extends OncePerRequestFilter {

    private final Set<String> hosts;
    private final ProblemWriter problems;

    KnownHosts(Set<String> hosts, ProblemWriter problems) {
        this.hosts = Set.copyOf(hosts);
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String host = request.getServerName().toLowerCase(Locale.ROOT);
        if (hosts.contains(host) || PublicUrl.isHere(host)) {
            chain.doFilter(request, response);
            return;
        }
        problems.write(
                request,
                response,
                Problem.of(
                        HttpStatus.MISDIRECTED_REQUEST.value(),
                        "unknown-host",
                        Sentence.of("web.problem.unknown-host"),
                        List.of()));
    }
}

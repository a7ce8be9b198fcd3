package kr.dochak.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import kr.dochak.shared.AddressBlock;
import kr.dochak.time.Allowance;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets no address ask for more pages, files, log-ins and hooks than people behind it can read. The API is not counted here:
 * its callers have keys, and a carrier sends a thousand scans a second.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class Admission extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(Admission.class);
    /** So many tries of passwords and codes at once; then one by one. */
    private static final int LOGINS_AT_ONCE = 20;

    private final Allowance requests;
    private final Allowance hooks;
    private final Allowance logins;
    private final Allowance lines = new Allowance(1, Duration.ofMinutes(1));
    private final Refusals refusals;

    Admission(LimitSettings settings, Refusals refusals) {
        LimitSettings.Address of = settings.address();
        this.requests = new Allowance(of.burst(), of.requests(), Duration.ofSeconds(1), System::nanoTime);
        this.hooks = new Allowance(of.hooks(), Duration.ofSeconds(1));
        this.logins = new Allowance(
                Math.min(LOGINS_AT_ONCE, of.logins()), of.logins(), Duration.ofMinutes(1), System::nanoTime);
        this.refusals = refusals;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return Surface.of(request) == Surface.API;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String address = AddressBlock.of(request.getRemoteAddr());
        Allowance spent = spent(request, address);
        if (spent == null) {
            chain.doFilter(request, response);
            return;
        }
        if (lines.take(address)) {
            log.warn(
                    "{} asks for too much and is refused. If it is your proxy, it must be named, so that visitors are"
                            + " counted and not the proxy.",
                    address);
        }
        refusals.later(request, response, HttpStatus.TOO_MANY_REQUESTS, spent.wait(address));
    }

    private @Nullable Allowance spent(HttpServletRequest request, String address) {
        Surface surface = Surface.of(request);
        Allowance all = surface == Surface.HOOK ? hooks : requests;
        if (!all.take(address)) {
            return all;
        }
        return surface == Surface.LOGIN && !logins.take(address) ? logins : null;
    }
}

package kr.dochak.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;
import kr.dochak.shared.AddressBlock;
import kr.dochak.time.Allowance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers an address that is refused again and again later than it could: who asks in a circle is as slow as our answers are,
 * and a virtual thread that waits costs no processor. What is not refused is never late, whoever else has that address.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class LateRefusals extends OncePerRequestFilter {

    /** No key, not allowed, too large, not taken here, too often; a 503 is ours, and nobody is slowed for it. */
    private static final Set<Integer> REFUSED = Set.of(401, 403, 413, 415, 429);

    private final Allowance atOnce;
    private final Duration late;
    private final Semaphore room;
    private final Pause pause;

    /** How a thread waits; a test has it note how long. */
    interface Pause {
        void forThis(Duration time) throws InterruptedException;
    }

    @Autowired
    LateRefusals(LimitSettings settings) {
        this(settings.refused(), Thread::sleep);
    }

    LateRefusals(LimitSettings.Refused settings, Pause pause) {
        this.atOnce = new Allowance(settings.atOnce(), Duration.ofMinutes(1));
        this.late = settings.late();
        this.room = new Semaphore(settings.waiting());
        this.pause = pause;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (REFUSED.contains(response.getStatus()) && !atOnce.take(AddressBlock.of(request.getRemoteAddr()))) {
            hold(response);
        }
    }

    private void hold(HttpServletResponse response) {
        if (!room.tryAcquire()) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
            return;
        }
        try {
            pause.forThis(late);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            room.release();
        }
    }
}

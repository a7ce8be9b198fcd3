package kr.dochak.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The first step of an end behind a proxy with several processes (record 38): this one is not ready any more, goes on answering for a
 * while, and ends each connection with its answer. Once it listens no more nobody is on the way to it.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Drain extends OncePerRequestFilter implements ApplicationContextAware {

    private static final Logger log = LoggerFactory.getLogger(Drain.class);

    private final Duration time;
    private @Nullable ApplicationContext server;
    private volatile boolean draining;

    Drain(Duration time) {
        this.time = time;
    }

    @Override
    public void setApplicationContext(ApplicationContext context) {
        this.server = context;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (draining) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
        chain.doFilter(request, response);
    }

    /** Before anything else ends: all of the product still works meanwhile. The management's own end is none of ours. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void closing(ContextClosedEvent event) {
        if (event.getApplicationContext() != server || !time.isPositive()) {
            return;
        }
        draining = true;
        log.info("Not ready any more; requests are answered for {} s more", time.toSeconds());
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package kr.dochak.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import kr.dochak.shared.AddressBlock;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Works on so many pages at once and has the others wait their turn, so that no rush for pages takes the processors from the
 * scans. The form is read before the turn, and a page leaves after it: a slow sender or reader holds no turn, and a stream
 * only until it is open.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 50)
class Turns extends OncePerRequestFilter {

    private static final int AGAIN_AFTER_SECONDS = 3;
    /** Larger than a page; Tomcat gives a buffer of more than 128 kB back after the request. */
    private static final int PAGE_BYTES = 160 * 1024;

    private final Duration patience;
    private final int mostOfAddress;
    private final Desk pages;
    private final Desk logins;

    private final Map<String, Integer> inWork = new ConcurrentHashMap<>();
    private final Refusals refusals;

    Turns(LimitSettings settings, Refusals refusals) {
        LimitSettings.AtOnce atOnce = settings.atOnce();
        this.patience = atOnce.patience();
        this.mostOfAddress = settings.address().inWork();
        this.pages = new Desk(new Row(atOnce.pagesAtOnce()), workers("pages-", atOnce.niceness()));
        this.logins = new Desk(new Row(atOnce.logins()), workers("log-ins-", atOnce.loginNiceness()));
        this.refusals = refusals;
    }

    /**
     * Where one kind of request is worked on.
     *
     * @param workers as many as there are turns; theirs is the processor when nobody else wants it
     */
    private record Desk(Row row, ExecutorService workers) {}

    private static ExecutorService workers(String name, int niceness) {
        ThreadFactory threads = Thread.ofPlatform().daemon().name(name, 1).factory();
        return Executors.newCachedThreadPool(work -> threads.newThread(() -> {
            Humble.be(niceness);
            work.run();
        }));
    }

    /** Files are small; an upload is read by its page and only by staff; programs have limits of their own. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return switch (Surface.of(request)) {
            case PAGE, LOGIN, STREAM -> Surface.isUpload(request);
            default -> true;
        };
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String address = AddressBlock.of(request.getRemoteAddr());
        if (inWork.merge(address, 1, Integer::sum) > mostOfAddress) {
            leave(address);
            refusals.later(request, response, HttpStatus.TOO_MANY_REQUESTS, AGAIN_AFTER_SECONDS);
            return;
        }
        try {
            inTurn(Surface.of(request) == Surface.LOGIN ? logins : pages, address, request, response, chain);
        } finally {
            leave(address);
        }
    }

    private void inTurn(
            Desk desk, String address, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!hasTurn(desk.row(), address)) {
            refusals.later(request, response, HttpStatus.SERVICE_UNAVAILABLE, AGAIN_AFTER_SECONDS);
            return;
        }
        try {
            if (Surface.of(request) != Surface.STREAM) {
                response.setBufferSize(PAGE_BYTES);
            }
            work(desk.workers(), () -> chain.doFilter(request, response));
        } finally {
            desk.row().leave();
        }
    }

    private interface Work {
        void run() throws ServletException, IOException;
    }

    /** Has a worker do it and waits: the scans' own threads are few, and a page or a password would hold one of them. */
    private static void work(ExecutorService workers, Work work) throws ServletException, IOException {
        Throwable failure =
                CompletableFuture.supplyAsync(() -> failure(work), workers).join();
        switch (failure) {
            case null -> {}
            case ServletException e -> throw e;
            case IOException e -> throw e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new ServletException(failure);
        }
    }

    private static @Nullable Throwable failure(Work work) {
        try {
            work.run();
            return null;
        } catch (Throwable e) {
            return e;
        }
    }

    private boolean hasTurn(Row row, String address) {
        try {
            return row.take(address, patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void destroy() {
        pages.workers().shutdown();
        logins.workers().shutdown();
    }

    private void leave(String address) {
        inWork.computeIfPresent(address, (unused, count) -> count == 1 ? null : count - 1);
    }
}

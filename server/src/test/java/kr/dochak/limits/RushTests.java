package kr.dochak.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import kr.dochak.ProductTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.filter.OncePerRequestFilter;

/** M8: what one address may ask for, and how many pages are worked on at once. */
@ProductTest
class RushTests {

    private static final int HOOKS = 8;
    private static final FilterChain ANSWER = (request, response) -> {};

    @Autowired
    private LimitSettings delivered;

    @Autowired
    private Refusals refusals;

    private LimitSettings settings(int burst, int logins, int inWork, int pages, Duration patience) {
        return new LimitSettings(
                delivered.body(),
                delivered.slow(),
                new LimitSettings.Address(1, burst, inWork, HOOKS, logins, 3, 100, ""),
                new LimitSettings.AtOnce(pages, 1, patience, 4, 0, 0, 0),
                delivered.refused(),
                delivered.search());
    }

    private Admission admission() {
        return new Admission(settings(5, 2, 100, 16, Duration.ZERO), refusals);
    }

    private static MockHttpServletResponse ask(
            OncePerRequestFilter filter, FilterChain chain, String method, String path, String address) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setRemoteAddr(address);
        MockHttpServletResponse response = new MockHttpServletResponse();
        try {
            filter.doFilter(request, response, chain);
        } catch (ServletException | IOException e) {
            throw new IllegalStateException(e);
        }
        return response;
    }

    private static long answered(Admission filter, int times, String method, String path, String address) {
        return IntStream.range(0, times)
                .filter(unused -> ask(filter, ANSWER, method, path, address).getStatus() == 200)
                .count();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /t/token, 5",
        "POST, /t/token/messages, 5",
        "GET, /assets/app.css, 5",
        "POST, /hooks/nhn/sms, 8",
        "POST, /login, 2",
        "POST, /console/login, 2",
        "POST, /login/code, 2",
        "GET, /login, 5",
        "POST, /api/v1/scans, 50",
    })
    void M8_one_address_asks_for_so_much_and_is_then_refused(String method, String path, int most) {
        Admission filter = admission();
        assertThat(answered(filter, 50, method, path, "203.0.113.1")).isEqualTo(most);
        assertThat(answered(filter, 1, method, path, "203.0.113.2")).isEqualTo(1);
    }

    @Test
    void M8_another_address_of_the_same_IPv6_household_is_the_same() {
        Admission filter = admission();
        assertThat(answered(filter, 5, "GET", "/t/token", "2001:db8::1")).isEqualTo(5);
        assertThat(answered(filter, 1, "GET", "/t/token", "2001:db8::2")).isZero();
    }

    @Test
    void a_refusal_says_when_to_come_again_to_people_and_programs() throws Exception {
        Admission filter = admission();
        answered(filter, 5, "GET", "/", "203.0.113.3");
        answered(filter, HOOKS, "POST", "/hooks/nhn/sms", "203.0.113.3");
        MockHttpServletResponse page = ask(filter, ANSWER, "GET", "/", "203.0.113.3");
        assertThat(page.getStatus()).isEqualTo(429);
        assertThat(page.getHeader("Retry-After")).isEqualTo("1");
        assertThat(page.getContentAsString()).contains("요청이 너무 많아요", "잠시 뒤에 다시 해 주세요.");
        MockHttpServletResponse problem = ask(filter, ANSWER, "POST", "/hooks/nhn/sms", "203.0.113.3");
        assertThat(problem.getStatus()).isEqualTo(429);
        assertThat(problem.getContentAsString()).contains("/problems/too-many-requests", "Retry-After");
    }

    @Test
    void M8_pages_are_worked_on_so_many_at_once_and_the_rest_wait_or_are_refused() {
        Turns turns = new Turns(settings(5, 2, 100, 1, Duration.ZERO), refusals);
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        var first = CompletableFuture.supplyAsync(() -> ask(turns, holding(working, done), "GET", "/", "203.0.113.1"));
        Awaitility.await().until(() -> working.getCount() == 0);

        assertThat(ask(turns, ANSWER, "GET", "/", "203.0.113.2").getStatus()).isEqualTo(503);
        assertThat(ask(turns, ANSWER, "GET", "/live/orders/1", "203.0.113.2").getStatus())
                .isEqualTo(503);
        assertThat(ask(turns, ANSWER, "GET", "/assets/app.css", "203.0.113.2").getStatus())
                .isEqualTo(200);
        assertThat(ask(turns, ANSWER, "POST", "/console/login", "203.0.113.2").getStatus())
                .isEqualTo(200);
        done.countDown();
        assertThat(first.join().getStatus()).isEqualTo(200);
        assertThat(ask(turns, ANSWER, "GET", "/", "203.0.113.2").getStatus()).isEqualTo(200);
    }

    @Test
    void M8_one_address_does_not_fill_the_row() {
        Turns turns = new Turns(settings(5, 2, 1, 16, Duration.ZERO), refusals);
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        var first = CompletableFuture.supplyAsync(() -> ask(turns, holding(working, done), "GET", "/", "203.0.113.1"));
        Awaitility.await().until(() -> working.getCount() == 0);

        assertThat(ask(turns, ANSWER, "GET", "/", "203.0.113.1").getStatus()).isEqualTo(429);
        assertThat(ask(turns, ANSWER, "GET", "/", "203.0.113.2").getStatus()).isEqualTo(200);
        done.countDown();
        assertThat(first.join().getStatus()).isEqualTo(200);
        assertThat(ask(turns, ANSWER, "GET", "/", "203.0.113.1").getStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"GET, /t/token, pages-", "POST, /console/login, log-ins-", "GET, /live/orders/1, pages-"})
    void M8_a_page_a_password_and_a_stream_are_worked_on_by_threads_that_no_scan_waits_for(
            String method, String path, String threads) {
        List<Thread> workers = new ArrayList<>();
        Turns turns = new Turns(settings(5, 2, 100, 1, Duration.ZERO), refusals);
        ask(turns, (request, response) -> workers.add(Thread.currentThread()), method, path, "203.0.113.1");
        ask(turns, (request, response) -> workers.add(Thread.currentThread()), method, "/api/v1/scans", "203.0.113.1");
        assertThat(workers.getFirst().getName()).startsWith(threads);
        assertThat(workers.getLast()).isSameAs(Thread.currentThread());
    }

    @Test
    void what_fails_there_fails_here() {
        Turns turns = new Turns(settings(5, 2, 100, 1, Duration.ZERO), refusals);
        FilterChain failing = (request, response) -> {
            throw new IllegalArgumentException("of the page");
        };
        assertThatThrownBy(() -> ask(turns, failing, "GET", "/", "203.0.113.1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("of the page");
        assertThat(ask(turns, ANSWER, "GET", "/", "203.0.113.1").getStatus()).isEqualTo(200);
    }

    private static FilterChain holding(CountDownLatch working, CountDownLatch done) {
        return (request, response) -> {
            working.countDown();
            try {
                done.await();
            } catch (InterruptedException e) {
                throw new ServletException(e);
            }
        };
    }
}

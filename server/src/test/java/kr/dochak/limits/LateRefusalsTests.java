package kr.dochak.limits;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** M8: who is refused again and again is answered later, and nobody else. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LateRefusalsTests {

    private static final Duration LATE = Duration.ofSeconds(2);
    private static final int AT_ONCE = 3;

    private final List<Duration> waits = new ArrayList<>();

    private LateRefusals filter(int waiting) {
        return new LateRefusals(new LimitSettings.Refused(AT_ONCE, LATE, waiting), waits::add);
    }

    private static MockHttpServletResponse ask(LateRefusals filter, String address, int status) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/login");
        request.setRemoteAddr(address);
        MockHttpServletResponse response = new MockHttpServletResponse();
        FilterChain answer = (asked, given) -> ((HttpServletResponse) given).setStatus(status);
        filter.doFilter(request, response, answer);
        return response;
    }

    @ParameterizedTest
    @CsvSource({
        "401, 2", "403, 2", "413, 2", "415, 2", "429, 2", "200, 0", "302, 0", "400, 0", "404, 0", "409, 0", "503, 0"
    })
    void M8_the_first_refusals_are_given_at_once_and_then_each_is_late(int status, int late) throws Exception {
        LateRefusals filter = filter(100);
        for (int i = 0; i < AT_ONCE + 2; i++) {
            assertThat(ask(filter, "10.0.0.1", status).getStatus()).isEqualTo(status);
        }
        assertThat(waits).hasSize(late).allMatch(LATE::equals);
    }

    @Test
    void M8_nobody_else_waits_neither_elsewhere_nor_behind_the_same_address() throws Exception {
        LateRefusals filter = filter(100);
        for (int i = 0; i < AT_ONCE; i++) {
            ask(filter, "2001:db8::1", 401);
        }
        ask(filter, "2001:db8::2", 200);
        ask(filter, "2001:db8:0:1::1", 401);
        assertThat(waits).isEmpty();
        ask(filter, "2001:db8::3", 401);
        assertThat(waits).as("the same household").hasSize(1);
    }

    @Test
    void M8_of_more_than_may_wait_the_lines_are_closed() throws Exception {
        LateRefusals filter = filter(0);
        for (int i = 0; i < AT_ONCE; i++) {
            assertThat(ask(filter, "10.0.0.1", 429).getHeader("Connection")).isNull();
        }
        assertThat(ask(filter, "10.0.0.1", 429).getHeader("Connection")).isEqualTo("close");
        assertThat(waits).isEmpty();
    }

    @Test
    void M8_who_waited_gives_the_room_back() throws Exception {
        LateRefusals filter = filter(1);
        for (int i = 0; i < AT_ONCE + 3; i++) {
            assertThat(ask(filter, "10.0.0.1", 429).getHeader("Connection")).isNull();
        }
        assertThat(waits).hasSize(3);
    }
}

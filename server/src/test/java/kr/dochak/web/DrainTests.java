package kr.dochak.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Record 38: a process that ends goes on answering, and keeps no connection for the next request. */
class DrainTests {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final StaticApplicationContext server = new StaticApplicationContext();

    private Drain drain(Duration time) {
        Drain drain = new Drain(time);
        drain.setApplicationContext(server);
        return drain;
    }

    private static String connection(Drain drain) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        MockFilterChain chain = new MockFilterChain();
        try {
            drain.doFilter(new MockHttpServletRequest("GET", "/t/x"), response, chain);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        assertThat(chain.getRequest()).as("it is answered").isNotNull();
        return String.valueOf(response.getHeader("Connection"));
    }

    @Test
    void what_is_answered_while_it_ends_is_the_last_on_its_connection() throws Exception {
        Drain drain = drain(LONG);
        assertThat(connection(drain)).isEqualTo("null");
        Thread ending = Thread.ofPlatform().start(() -> drain.closing(new ContextClosedEvent(server)));
        Awaitility.await().until(() -> connection(drain).equals("close"));
        assertThat(ending.isAlive()).as("nothing else ends yet").isTrue();
        ending.interrupt();
        ending.join();
    }

    @Test
    void without_a_proxy_nothing_is_waited_for_and_the_end_of_the_management_is_not_ours() {
        Drain none = drain(Duration.ZERO);
        none.closing(new ContextClosedEvent(server));
        assertThat(connection(none)).isEqualTo("null");
        Drain drain = drain(LONG);
        assertThat(CompletableFuture.runAsync(
                        () -> drain.closing(new ContextClosedEvent(new StaticApplicationContext()))))
                .succeedsWithin(Duration.ofSeconds(10));
        assertThat(connection(drain)).isEqualTo("null");
    }
}

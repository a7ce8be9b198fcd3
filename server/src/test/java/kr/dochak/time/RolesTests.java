package kr.dochak.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.dochak.api.ProblemWriter;
import kr.dochak.database.StartProblem;
import kr.dochak.pages.NoPages;
import kr.dochak.shared.Language;
import kr.dochak.shared.PublicUrl;
import kr.dochak.shared.ReaderWords;
import kr.dochak.time.Roles.Role;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RolesTests {

    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

    @Configuration(proxyBeanMethods = false)
    static class Ingesting {

        @Bean
        @Roles.Needs(Role.INGEST)
        String consumer() {
            return "consumer";
        }
    }

    private final ApplicationContextRunner process =
            new ApplicationContextRunner().withUserConfiguration(Ingesting.class);

    @Test
    void a_process_does_everything_unless_told_otherwise() {
        process.run(context -> assertThat(context).hasBean("consumer"));
        process.withPropertyValues("dochak.roles=ingest")
                .run(context -> assertThat(context).hasBean("consumer"));
        process.withPropertyValues("dochak.roles=web, work")
                .run(context -> assertThat(context).doesNotHaveBean("consumer"));
    }

    @Test
    void a_process_for_nothing_does_not_start() {
        assertThatThrownBy(() -> new Roles(Set.of())).isInstanceOf(StartProblem.class);
        assertThat(new Roles(Set.of(Role.WEB, Role.WORK)).areAll()).isFalse();
        assertThat(new Roles(Set.of(Role.values())).areAll()).isTrue();
    }

    /** Counts its beats. */
    private static class Beating implements Ticking {

        private final boolean everywhere;
        private int beats;

        private Beating(boolean everywhere) {
            this.everywhere = everywhere;
        }

        @Override
        public boolean tick(Instant now) {
            beats++;
            return false;
        }

        @Override
        public boolean isEverywhere() {
            return everywhere;
        }
    }

    @Test
    void what_waits_for_a_moment_is_work_except_for_a_process_own_memory() {
        Beating timers = new Beating(false);
        Beating memory = new Beating(true);

        beat(Set.of(Role.WEB, Role.INGEST), timers, memory);
        assertThat(List.of(timers.beats, memory.beats)).containsExactly(0, 1);
        beat(Set.of(Role.WORK), timers, memory);
        assertThat(List.of(timers.beats, memory.beats)).containsExactly(1, 2);
    }

    private static void beat(Set<Role> roles, Ticking timers, Ticking memory) {
        beat(roles, Map.of("timers", timers, "memory", memory), false);
    }

    private static void beat(Set<Role> roles, Map<String, Ticking> all, boolean held) {
        StaticListableBeanFactory holds = new StaticListableBeanFactory(Map.of("copy", (OutsideHold) () -> held));
        new Heartbeat(
                        all,
                        new Roles(roles),
                        WorldClock.driven(NOW),
                        null,
                        null,
                        holds.getBeanProvider(OutsideHold.class))
                .runDue(NOW);
    }

    @Test
    void SET_3_what_speaks_to_the_outside_stands_still_in_a_copy_and_everything_else_goes_on() {
        Beating courier = new Beating(false) {
            @Override
            public boolean isOutward() {
                return true;
            }
        };
        Beating timers = new Beating(false);

        beat(Set.of(Role.WORK), Map.of("courier", courier, "timers", timers), true);
        assertThat(List.of(courier.beats, timers.beats)).containsExactly(0, 1);
        beat(Set.of(Role.WORK), Map.of("courier", courier, "timers", timers), false);
        assertThat(List.of(courier.beats, timers.beats)).containsExactly(1, 2);
    }

    @Test
    void without_web_nobody_is_served() throws Exception {
        assertThat(answered(Set.of(Role.INGEST)).getStatus()).isEqualTo(503);
        assertThat(answered(Set.of(Role.INGEST)).getContentAsString()).contains("unavailable");
        assertThat(answered(Set.of(Role.WEB)).getStatus()).isEqualTo(200);
    }

    private static MockHttpServletResponse answered(Set<Role> roles) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new NoPages(
                        new Roles(roles),
                        new ProblemWriter(
                                JsonMapper.shared(),
                                new ReaderWords(
                                        Language.messageSource(),
                                        Language.localeResolver(new PublicUrl(URI.create("http://localhost"))))))
                .doFilter(new MockHttpServletRequest("GET", "/"), response, new MockFilterChain());
        return response;
    }
}

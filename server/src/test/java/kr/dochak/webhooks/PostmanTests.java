package kr.dochak.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import kr.dochak.webhooks.SendingRepository.Due;
import kr.dochak.webhooks.SendingRepository.Target;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** One request: where it does not go, and how long it lasts at most. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PostmanTests {

    private static final Due DUE = new Due(1, 1, 1, "{}");

    private final Receiver receiver = new Receiver();

    @AfterEach
    void close() {
        receiver.close();
    }

    private Answer send(Reach reach) {
        WebhookSettings settings = new WebhookSettings(
                reach, Duration.ofMillis(700), Duration.ofDays(5), Duration.ofDays(1), Duration.ofDays(30), 50);
        Postman postman = new Postman(
                new Destinations(settings), settings, InstantSource.fixed(Instant.ofEpochSecond(1_764_000_000)));
        try {
            return postman.send(new Target(1, receiver.url("/one"), List.of("whsec_test")), DUE);
        } finally {
            postman.destroy();
        }
    }

    @Test
    void an_address_that_leads_inside_by_now_is_not_called() {
        Answer answer = send(Reach.PUBLIC);
        assertThat(answer.beginning()).startsWith("not sent");
        assertThat(answer.isTaken()).isFalse();
        assertThat(receiver.at("/one")).isEmpty();
    }

    @Test
    void a_redirection_is_an_answer_and_is_not_followed() {
        receiver.redirect("/elsewhere");
        Answer answer = send(Reach.LOOPBACK);
        assertThat(answer.code()).isEqualTo(302);
        assertThat(answer.isTaken()).isFalse();
        assertThat(receiver.at("/elsewhere")).isEmpty();
    }

    @Test
    void an_answer_that_comes_drop_by_drop_is_cut_off() {
        receiver.drips = true;
        assertThat(send(Reach.LOOPBACK).beginning()).isEqualTo("timeout");
    }

    @Test
    void a_long_answer_is_read_in_its_beginning() {
        receiver.words = "x".repeat(1_000_000);
        Answer answer = send(Reach.LOOPBACK);
        assertThat(answer.isTaken()).isTrue();
        assertThat(answer.beginning()).hasSize(1_000);
    }
}

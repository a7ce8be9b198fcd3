package kr.dochak.webhooks.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import kr.dochak.shared.MallId;
import kr.dochak.webhooks.Receiver;
import kr.dochak.webhooks.addresses.Destinations;
import kr.dochak.webhooks.addresses.WebhookSettings;
import kr.dochak.webhooks.sending.SendingRepository.Due;
import kr.dochak.webhooks.sending.SendingRepository.Target;
import kr.dochak.wire.AllowedTargets;
import kr.dochak.wire.Names;
import kr.dochak.wire.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** One request: where it does not go, and how long it lasts at most. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PostmanTests {

    private static final Due DUE = new Due(new MallId(1), 1, 1, "{}");

    private final Receiver receiver = new Receiver();

    @AfterEach
    void close() {
        receiver.close();
    }

    private Answer send(AllowedTargets reach) {
        return send(reach, receiver.url("/one"), Names.SYSTEM);
    }

    private static Answer send(AllowedTargets reach, String url, Names names) {
        WebhookSettings settings =
                new WebhookSettings(reach, Set.of(URI.create(url).getPort()), Duration.ofMillis(700), 50);
        InstantSource clock = InstantSource.fixed(Instant.ofEpochSecond(1_764_000_000));
        Wire wire = new Wire(clock, names);
        try {
            return new Postman(new Destinations(settings, wire), settings, wire, clock)
                    .send(new Target(1, url, List.of("whsec_test")), DUE);
        } finally {
            wire.destroy();
        }
    }

    @Test
    void an_address_that_leads_inside_by_now_is_not_called() {
        Answer answer = send(AllowedTargets.PUBLIC);
        assertThat(answer.beginning()).startsWith("not sent");
        assertThat(answer.isTaken()).isFalse();
        assertThat(receiver.at("/one")).isEmpty();
    }

    /** The name is looked up once to judge it and once to connect; whoever owns it can answer differently each time. */
    @Test
    void a_name_that_leads_outside_when_judged_and_inside_when_connected_to_is_not_called() {
        Queue<String> answers = new ArrayDeque<>(List.of("203.0.114.7", "127.0.0.1"));
        String url = receiver.url("/one").replace("http://127.0.0.1", "https://mall.example");
        Answer answer = send(AllowedTargets.PUBLIC, url, host -> List.of(InetAddress.ofLiteral(answers.remove())));
        assertThat(answer.beginning()).isEqualTo("not sent: CLOSED_NETWORK");
        assertThat(answers).isEmpty();
        assertThat(receiver.at("/one")).isEmpty();
    }

    @Test
    void an_address_of_the_newer_kind_is_called_too() {
        Answer answer = send(AllowedTargets.LOOPBACK, "http://[::1]:9/one", Names.SYSTEM);
        assertThat(answer.beginning()).isEqualTo("not reached");
    }

    @Test
    void a_redirection_is_an_answer_and_is_not_followed() {
        receiver.redirect("/elsewhere");
        Answer answer = send(AllowedTargets.LOOPBACK);
        assertThat(answer.code()).isEqualTo(302);
        assertThat(answer.isTaken()).isFalse();
        assertThat(receiver.at("/elsewhere")).isEmpty();
    }

    @Test
    void an_answer_that_comes_drop_by_drop_is_cut_off() {
        receiver.drips = true;
        assertThat(send(AllowedTargets.LOOPBACK).beginning()).isEqualTo("timeout");
    }

    @Test
    void a_long_answer_is_read_in_its_beginning() {
        receiver.words = "x".repeat(1_000_000);
        Answer answer = send(AllowedTargets.LOOPBACK);
        assertThat(answer.isTaken()).isTrue();
        assertThat(answer.beginning()).hasSize(1_000);
    }
}

package kr.dochak.webhooks.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.dochak.shared.MallId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.Move;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.webhooks.EventType;
import kr.dochak.webhooks.MovedShipments;
import kr.dochak.webhooks.sending.RetryRule.Next;
import kr.dochak.wire.AddressRule;
import kr.dochak.wire.AllowedTargets;
import kr.dochak.wire.UrlRule;
import kr.dochak.wire.UrlRule.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Webhooks as tables: where they may go, when they are tried again, when we stop, how they are signed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WebhookRulesTests {

    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    private static final Map<String, String> HOSTS = Map.of(
            "mall.example", "203.0.114.7",
            "near.example", "127.0.0.1",
            "inside.example", "10.1.2.3",
            "both.example", "203.0.114.7 10.1.2.3");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            8.8.8.8                | PUBLIC
            203.0.114.7            | PUBLIC
            127.0.0.1              | LOOPBACK
            127.9.9.9              | LOOPBACK
            ::1                    | LOOPBACK
            10.0.0.1               | PRIVATE
            172.16.0.1             | PRIVATE
            172.32.0.1             | PUBLIC
            192.168.10.1           | PRIVATE
            100.64.0.1             | PRIVATE
            100.128.0.1            | PUBLIC
            fd00::1                | PRIVATE
            fec0::1                | PRIVATE
            2606:4700::1111        | PUBLIC
            ::ffff:10.0.0.1        | PRIVATE
            ::ffff:169.254.169.254 | never
            169.254.169.254        | never
            fe80::1                | never
            0.0.0.0                | never
            ::                     | never
            0.1.2.3                | never
            192.0.0.8              | never
            198.18.0.1             | never
            224.0.0.1              | never
            255.255.255.255        | never
            64:ff9b::a9fe:a9fe     | never
            2002:a00:1::           | never
            2001:0:1::             | never
            """)
    void requests_go_no_further_than_allowed(String address, String from) throws UnknownHostException {
        InetAddress parsed = InetAddress.getByName(address);
        for (AllowedTargets reach : AllowedTargets.values()) {
            boolean expected = !from.equals("never")
                    && reach.ordinal() >= AllowedTargets.valueOf(from).ordinal();
            assertThat(AddressRule.isAllowed(parsed, reach))
                    .as("%s with %s", address, reach)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://mall.example/hook            | PUBLIC   | good
            https://mall.example:8443/hook?a=b   | PUBLIC   | good
            HTTPS://mall.example/hook            | PUBLIC   | good
            http://mall.example/hook             | PUBLIC   | NOT_HTTPS
            http://mall.example/hook             | LOOPBACK | NOT_HTTPS
            http://mall.example/hook             | PRIVATE  | good
            http://near.example/hook             | PUBLIC   | NOT_HTTPS
            https://near.example/hook            | PUBLIC   | CLOSED_NETWORK
            http://near.example:9000/hook        | LOOPBACK | good
            http://[::1]:9000/hook               | LOOPBACK | good
            https://inside.example/hook          | LOOPBACK | CLOSED_NETWORK
            https://inside.example/hook          | PRIVATE  | good
            https://both.example/hook            | PUBLIC   | CLOSED_NETWORK
            https://nobody.example/hook          | PUBLIC   | UNKNOWN_HOST
            ftp://mall.example/hook              | PRIVATE  | NOT_HTTPS
            file:///etc/passwd                   | PRIVATE  | SHAPE
            https://user:word@mall.example/      | PUBLIC   | SHAPE
            https://mall.example/#part           | PUBLIC   | SHAPE
            https://mall .example/               | PUBLIC   | SHAPE
            mall.example/hook                    | PUBLIC   | SHAPE
            ''                                   | PUBLIC   | SHAPE
            """)
    void an_address_is_taken_when_it_is_safe(String url, AllowedTargets reach, String expected) {
        Verdict verdict = UrlRule.judge(url, reach, Set.of(443, 8443), WebhookRulesTests::lookUp);
        String said = verdict instanceof Verdict.Bad bad ? bad.why().name() : "good";
        assertThat(said).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://mall.example:443/hook   | PUBLIC   | good
            https://mall.example:22/        | PUBLIC   | PORT
            https://mall.example:6379/      | LOOPBACK | PORT
            https://mall.example:25/        | PRIVATE  | PORT
            http://mall.example:8080/       | PRIVATE  | PORT
            https://inside.example:9443/    | PRIVATE  | good
            https://both.example:9443/      | PRIVATE  | PORT
            """)
    void L13_hosts_of_the_internet_are_asked_on_ports_for_it(String url, AllowedTargets reach, String expected) {
        Verdict verdict = UrlRule.judge(url, reach, Set.of(443), WebhookRulesTests::lookUp);
        assertThat(verdict instanceof Verdict.Bad bad ? bad.why().name() : "good")
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "https://0177.0.0.1/, SHAPE",
        "https://203.0.114.007/, SHAPE",
        "https://2130706433/, SHAPE",
        "https://0x7f000001/, SHAPE",
        "https://0x7f.0.0.1/, SHAPE",
        "https://127.1/, SHAPE",
        "https://203.0.29191/, SHAPE",
        "https://203.0.114.7./, SHAPE",
        "https://203.0.114.300/, SHAPE",
        "https://[::ffff:0177.0.0.1]/, SHAPE",
        "//127.0.0.1/, SHAPE",
        "https://203.0.114.7/, good",
        "https://[2606:4700::1111]/, good",
        "https://1.mall.example/, good",
        "https://7mall.example/, good",
    })
    void L13_an_address_of_numbers_has_one_form(String url, String expected) {
        Verdict verdict =
                UrlRule.judge(url, AllowedTargets.PUBLIC, Set.of(443), host -> List.of(address("203.0.114.7")));
        assertThat(verdict instanceof Verdict.Bad bad ? bad.why().name() : "good")
                .isEqualTo(expected);
    }

    private static List<InetAddress> lookUp(String host) {
        String known = host.equals("::1") ? "::1" : HOSTS.getOrDefault(host, "");
        return known.isEmpty()
                ? List.of()
                : List.of(known.split(" ")).stream()
                        .map(WebhookRulesTests::address)
                        .toList();
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1  | 200 |      | delivered
            1  | 204 |      | delivered
            10 | 200 |      | delivered
            1  | 500 |      | PT10S
            2  | 500 |      | PT1M
            3  | 301 |      | PT5M
            4  | 404 |      | PT30M
            5  |     |      | PT2H
            6  |     |      | PT6H
            7  | 503 |      | PT12H
            8  | 503 |      | PT24H
            9  | 503 |      | PT28H
            10 | 503 |      | given up
            1  | 410 |      | given up
            1  | 429 | 90   | PT1M30S
            5  | 429 | 90   | PT2H
            1  | 429 | 9999999 | PT6H
            """)
    void what_is_not_taken_is_tried_again_for_three_days(
            int attempts, @Nullable Integer code, @Nullable Integer retryAfter, String expected) {
        Answer answer = new Answer(code, "", 1, retryAfter == null ? 0 : retryAfter);
        String said = switch (RetryRule.after(attempts, answer, NOW, 0)) {
            case Next.Delivered delivered -> "delivered";
            case Next.GivenUp givenUp -> "given up";
            case Next.Again again -> Duration.between(NOW, again.at()).toString();
        };
        assertThat(said).isEqualTo(expected);
    }

    @Test
    void all_attempts_lie_within_some_three_days_and_do_not_come_all_at_once() {
        Answer failed = Answer.none("timeout", 5_000);
        for (long spread : List.of(0L, 9L, -3L)) {
            Instant at = NOW;
            for (int attempt = 1; RetryRule.after(attempt, failed, at, spread) instanceof Next.Again again; attempt++) {
                at = again.at();
            }
            assertThat(Duration.between(NOW, at)).isBetween(Duration.ofHours(72), Duration.ofHours(80));
        }
        assertThat(RetryRule.after(4, failed, NOW, 0)).isNotEqualTo(RetryRule.after(4, failed, NOW, 5));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            true  |        | GONE
            true  | PT200H | GONE
            false |        | -
            false | PT119H | -
            false | PT120H | FAILING
            """)
    void we_stop_when_it_is_gone_or_fails_for_days(boolean gone, @Nullable Duration since, String expected) {
        Instant failingSince = since == null ? null : NOW.minus(since);
        assertThat(HealthRule.judge(gone, failingSince, NOW, Duration.ofDays(5))
                        .map(Enum::name)
                        .orElse("-"))
                .isEqualTo(expected);
    }

    /** As {@code printf '1764000000.{"a":1}' | openssl dgst -sha256 -hmac whsec_test} says it. */
    @Test
    void a_signature_is_what_openssl_makes_and_two_secrets_sign_for_a_while() {
        Instant at = Instant.ofEpochSecond(1_764_000_000);
        String one = Signature.header(List.of("whsec_test"), at, "{\"a\":1}");
        assertThat(one).isEqualTo("t=1764000000,v1=c862972147a4361237a5bcb4f74195e2e5d448641115622fe658a65985c5ae8c");
        assertThat(Signature.header(List.of("whsec_new", "whsec_test"), at, "{\"a\":1}"))
                .matches("t=1764000000,v1=[0-9a-f]{64},v1=[0-9a-f]{64}")
                .endsWith(one.substring(one.indexOf("v1=")));
    }

    @Test
    void a_delivery_is_two_events_and_any_other_move_is_one() {
        assertThat(MovedShipments.types(move(ShipmentStatus.OUT_FOR_DELIVERY, ShipmentStatus.DELIVERED)))
                .containsExactly(EventType.SHIPMENT_STATUS_CHANGED, EventType.SHIPMENT_DELIVERED);
        assertThat(MovedShipments.types(move(ShipmentStatus.PICKED_UP, ShipmentStatus.IN_TRANSIT)))
                .containsExactly(EventType.SHIPMENT_STATUS_CHANGED);
        assertThat(MovedShipments.types(move(ShipmentStatus.DELIVERED, ShipmentStatus.DELIVERED)))
                .containsExactly(EventType.SHIPMENT_STATUS_CHANGED);
    }

    private static Move move(ShipmentStatus from, ShipmentStatus to) {
        return new Move(1, new ShipmentId(1), new MallId(1), from, to, null, "강남", NOW, NOW);
    }

    @Test
    void what_an_endpoint_answers_can_be_kept_and_shown() {
        assertThat(Postman.printable("ok\r\n\0 done\uFFFD")).isEqualTo("ok  done");
    }
}

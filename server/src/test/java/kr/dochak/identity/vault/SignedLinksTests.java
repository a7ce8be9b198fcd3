package kr.dochak.identity.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import kr.dochak.shared.OrderId;
import kr.dochak.time.WorldClock;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TRK-6: tracking links. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SignedLinksTests {

    private static final Instant NOW = Instant.parse("2026-11-23T00:00:30Z");

    private final WorldClock clock = WorldClock.driven(NOW);
    private final SignedLinks links = new SignedLinks(key(0), clock);

    private static MasterKey key(int first) {
        byte[] secret = new byte[32];
        secret[0] = (byte) first;
        return MasterKey.of(Base64.getEncoder().encodeToString(secret));
    }

    private static String token(String path) {
        assertThat(path).startsWith("/t/");
        return path.substring(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 255, 256, 123_456_789_012L, Long.MAX_VALUE})
    void TRK_6_a_link_shows_its_order_and_fits_an_SMS(long order) {
        String token = token(links.pathFor(new OrderId(order), Duration.ofDays(30)));

        assertThat(links.orderOf(token)).hasValue(order);
        assertThat(token).matches("[A-Za-z0-9_-]{29,40}");
    }

    @Test
    void TRK_6_a_link_ends_when_its_time_has_passed() {
        String token = token(links.pathFor(new OrderId(7), Duration.ofDays(30)));

        clock.advanceTo(NOW.plus(Duration.ofDays(30)));
        assertThat(links.orderOf(token)).hasValue(7);
        clock.advanceTo(NOW.plus(Duration.ofDays(30)).plusSeconds(60));
        assertThat(links.orderOf(token)).isEmpty();
    }

    @Test
    void TRK_6_any_changed_character_makes_a_link_worthless() {
        String token = token(links.pathFor(new OrderId(7), Duration.ofDays(30)));

        for (int i = 0; i < token.length(); i++) {
            for (char other : "AQgw05_-".toCharArray()) {
                String forged = token.substring(0, i) + other + token.substring(i + 1);
                if (!forged.equals(token)) {
                    assertThat(links.orderOf(forged)).as(forged).isEmpty();
                }
            }
        }
    }

    @Test
    void TRK_6_a_link_for_one_order_cannot_be_turned_into_one_for_another() {
        String mine = token(links.pathFor(new OrderId(7), Duration.ofDays(30)));
        String other = token(links.pathFor(new OrderId(8), Duration.ofDays(30)));

        assertThat(mine).isNotEqualTo(other);
        assertThat(links.orderOf(other.substring(0, 8) + mine.substring(8))).isEmpty();
        assertThat(new SignedLinks(key(1), clock).orderOf(mine)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "====", "../../etc/passwd", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "한글"})
    void TRK_6_nonsense_is_nothing(String token) {
        assertThat(links.orderOf(token)).isEmpty();
        assertThat(links.orderOf(token.repeat(200))).isEmpty();
    }
}

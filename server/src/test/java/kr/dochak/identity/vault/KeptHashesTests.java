package kr.dochak.identity.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.time.WorldClock;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Hashes that lie in databases and links that lie in messages must come out the same for ever. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeptHashesTests {

    private final MasterKey master = MasterKey.of(Base64.getEncoder().encodeToString(new byte[32]));

    @Test
    void IDN_2_a_known_person_is_found_under_known_hashes() {
        BlindIndex index = new BlindIndex(master);

        assertThat(hex(index.name(new MallId(1), "김 도착"))).isEqualTo("92024cbae962cdec4dd92f99f73cc3da");
        assertThat(hex(index.phone(new MallId(1), "010-1234-5678"))).isEqualTo("fa0e3f436b004475fa36ceeff671decd");
    }

    @Test
    void TRK_6_a_known_order_has_a_known_link() {
        SignedLinks links = new SignedLinks(master, WorldClock.driven(Instant.parse("2026-11-23T00:00:30Z")));

        assertThat(links.pathFor(new OrderId(123_456_789_012L), Duration.ofDays(30)))
                .isEqualTo("/t/AQHJQEEcvpkaFLcJ0jruj1yaEc_HgBFBlKw");
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}

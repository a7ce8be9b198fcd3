package kr.dochak.benefits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.Won;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** BEN-5: the hashes of a ledger that is kept must come out the same for ever. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ChainHeadTests {

    private static final Instant AT = Instant.parse("2026-11-23T03:00:00.123456Z");

    @Test
    void BEN_5_the_chain_of_known_movements_has_known_hashes() {
        Movement given = new Movement(
                Movement.Kind.ISSUE,
                Movement.Unit.POINTS,
                new MallId(1),
                new PersonId(2),
                3,
                new Won(2_000),
                null,
                Warrant.of("도착이 늦어서", "policy:3"),
                AT);
        Movement used = new Movement(
                Movement.Kind.USE,
                Movement.Unit.COUPON,
                new MallId(1),
                new PersonId(2),
                4,
                new Won(1_500),
                new OrderId(9L),
                new Warrant("사용", "customer", List.of("이하늘", "박바다")),
                AT);

        ChainHead first = ChainHead.START.next(given);
        ChainHead second = first.next(used);

        assertThat(first)
                .isEqualTo(new ChainHead(1, "afc2f3797cd3f2fe3bbf0622eae74dec02a98b2082592b900ed15b0cc2f7c5a5"));
        assertThat(second)
                .isEqualTo(new ChainHead(2, "23189f8712a0199894d03d1d486fdd28a3734bacaebc3bd493fe024bd0b41fe4"));
    }
}

package kr.dochak.tracking.carriers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import kr.dochak.shared.CarrierId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Carriers change their answers without a word: whatever comes, a reader answers, quickly, and never throws. */
@Tag("slow")
class MutatedAnswersTests {

    private static final long SEED = 20261123;
    private static final int TIMES = 200;
    private static final List<String> PIECES = List.of(
            "",
            "null",
            "{}",
            "[]",
            "\"\"",
            "<",
            "</table>",
            "<tr><td>",
            "\0",
            "９",
            "-------",
            "20261399",
            "\ud83d",
            "{\"a\":",
            "9".repeat(400),
            "[".repeat(2_000),
            "<div>".repeat(300),
            "2026-02-30 25:61:00",
            "010-1234-5678",
            "배송완료");

    @ParameterizedTest
    @EnumSource(Source.class)
    void whatever_comes_is_an_answer(Source source) {
        Random random = new Random(SEED + source.ordinal());
        AnswerReader reader = source.reader();
        CarrierId carrier = ReadersTests.carrierOf(source);
        for (int i = 0; i < TIMES; i++) {
            RawAnswer raw = new RawAnswer(200, mutated(Recorded.of(source), random));
            CarrierAnswer answer = reader.read(carrier, raw);
            RawAnswer kept = reader.withoutPersons(raw);

            assertThat(answer).as("seed %s, %s", SEED, i).isNotNull();
            assertThat(kept.body()).isNotNull().doesNotContain("\0");
            if (answer instanceof CarrierAnswer.Found found) {
                assertThat(found.events()).allSatisfy(event -> {
                    assertThat(event.place().length()).isLessThanOrEqualTo(100);
                    assertThat(event.text().length()).isLessThanOrEqualTo(500);
                });
            }
        }
    }

    private static String mutated(String body, Random random) {
        StringBuilder text = new StringBuilder(body);
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes && !text.isEmpty(); i++) {
            int from = random.nextInt(text.length());
            int to = Math.min(text.length(), from + random.nextInt(random.nextBoolean() ? 5 : 200));
            text.replace(from, to, PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}

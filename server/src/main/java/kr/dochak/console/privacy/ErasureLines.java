package kr.dochak.console.privacy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import kr.dochak.identity.erasure.Erasure;
import kr.dochak.identity.erasure.Erasures;
import kr.dochak.pages.BoardLine;
import kr.dochak.pages.BoardLines;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Words;
import org.springframework.stereotype.Component;

/** Lines of the board: erasures whose deadline by law is near, and bytes that could not be written over (IDN-3). */
@Component
class ErasureLines implements BoardLines {

    private final Erasures erasures;
    private final InstantSource clock;

    ErasureLines(Erasures erasures, InstantSource clock) {
        this.erasures = erasures;
        this.clock = clock;
    }

    @Override
    public List<BoardLine> of(MallId tenantId, int most) {
        return Stream.of(
                        line("console.privacy.board", erasures.pressing(tenantId), Erasure::dueAt),
                        line("console.privacy.unwritten", erasures.unwritten(tenantId), Erasure::requestedAt))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<BoardLine> line(String what, List<Erasure> all, Function<Erasure, Instant> moment) {
        return all.stream()
                .min(Comparator.comparing(moment))
                .map(first -> new Line(what, first.requestedAt(), all.size(), moment.apply(first), clock.instant()));
    }

    /**
     * @param key of its words: what it is, with {@code .due} and {@code .count}
     * @param at the deadline, or when the oldest was asked for
     */
    record Line(String key, Instant since, long weight, Instant at, Instant now) implements BoardLine {

        @Override
        public boolean alarm() {
            return true;
        }

        @Override
        public String what(Words words) {
            return words.word(key);
        }

        @Override
        public String where(Words words) {
            return words.word(key + ".due", KoreanTime.moment(at, now, words.locale()));
        }

        @Override
        public String count(Words words) {
            return words.word(key + ".count", weight);
        }

        @Override
        public String href() {
            return "/console/privacy";
        }
    }
}

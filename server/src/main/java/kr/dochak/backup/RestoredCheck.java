package kr.dochak.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import kr.dochak.identity.erasure.Erasures;
import kr.dochak.time.Cadence;
import kr.dochak.time.Ticking;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What a restored copy does first: it erases again who was erased since, and counts whether everything came along. */
@Component
class RestoredCheck implements Ticking {

    private static final Logger log = LoggerFactory.getLogger(RestoredCheck.class);

    private final RestoredCopy copy;
    private final Erasures erasures;
    private final DataSource database;
    private volatile @Nullable Result result;

    RestoredCheck(RestoredCopy copy, Erasures erasures, DataSource database) {
        this.copy = copy;
        this.erasures = erasures;
        this.database = database;
    }

    /**
     * What was found.
     *
     * @param erasedAgain people of whom the original had destroyed the keys since
     */
    record Result(RowCheck rows, int erasedAgain) {}

    Optional<Result> result() {
        return Optional.ofNullable(result);
    }

    @Override
    public Cadence cadence() {
        return Cadence.ONCE;
    }

    @Override
    public boolean isReady() {
        return copy.isHeld() && result == null;
    }

    @Override
    public boolean tick(Instant now) {
        copy.manifest().ifPresent(manifest -> {
            RowCheck rows = RowCheck.of(manifest.rows(), rows());
            result = new Result(rows, eraseAgain());
            log.warn(
                    "This is a restored copy of {}: {} tables, {} of them differ. Nothing is sent until an owner says so.",
                    manifest.madeAt(),
                    rows.tables(),
                    rows.differences().size());
        });
        return false;
    }

    private Map<String, Long> rows() {
        try (Connection connection = database.getConnection()) {
            return Running.rows(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the rows of the copy could not be counted", e);
        }
    }

    private int eraseAgain() {
        List<Erasures.Gone> gone;
        try {
            gone = RestoredMark.erasures(copy.data()).stream()
                    .filter(line -> !line.isBlank())
                    .map(ErasedList::gone)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (int) gone.stream().filter(erasures::again).count();
    }
}

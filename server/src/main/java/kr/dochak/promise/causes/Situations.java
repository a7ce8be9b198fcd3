package kr.dochak.promise.causes;

import java.util.List;
import java.util.Optional;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is behind many late promises at once, for the board. */
@Component
public class Situations {

    private final SituationRepository repository;

    Situations(SituationRepository repository) {
        this.repository = repository;
    }

    /** A mall's situations, and by cause, place and carrier what they do not explain; the largest first. */
    public List<Situation> of(MallId mall, int most) {
        return repository.of(mall, most);
    }

    /** One that stands or has ended, if promises of this mall are or were behind it. */
    public Optional<Situation> one(MallId mall, long id) {
        return repository.one(mall, id);
    }

    /** Those that are over and had promises of this mall behind them, the one that began last first. */
    public Keyset<Situation> ended(MallId mall, @Nullable String cursor, int limit) {
        return repository.ended(mall, cursor, limit);
    }
}

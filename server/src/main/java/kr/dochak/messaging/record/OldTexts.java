package kr.dochak.messaging.record;

import java.time.Instant;
import java.util.List;
import kr.dochak.messaging.NoticeRow;
import kr.dochak.time.Cadence;
import kr.dochak.time.Ticking;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes down the words of notices that were announced before words were written down. They are marked as made later, since
 * nobody knows whether the template was the same then.
 */
@Component
class OldTexts implements Ticking {

    private static final int BATCH = 200;
    private static final Cadence CADENCE = Cadence.every(java.time.Duration.ofSeconds(10));

    private final SentTextRepository repository;
    private final SentTexts texts;
    private final TransactionTemplate transaction;

    OldTexts(SentTextRepository repository, SentTexts texts, TransactionTemplate transaction) {
        this.repository = repository;
        this.texts = texts;
        this.transaction = transaction;
    }

    @Override
    public Cadence cadence() {
        return CADENCE;
    }

    @Override
    public boolean tick(Instant now) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            List<NoticeRow> old = repository.takeUnwritten(BATCH);
            texts.write(old, now, true);
            return old.size() == BATCH;
        }));
    }
}

package kr.dochak.promise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kr.dochak.shared.Ticking;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells the models' memory what became known, in batches and off the path of a scan: news wait here from their commit to the
 * next beat. What is lost here in a crash comes back at the next start ({@link Retelling}).
 */
@Component
class Following implements Ticking {

    private final LearnedWindows learned;
    private List<News> waiting = new ArrayList<>();

    Following(LearnedWindows learned) {
        this.learned = learned;
    }

    /** Takes news to be told once they are committed. */
    void hear(List<News> news) {
        if (news.isEmpty() || !learned.isLearning()) {
            return;
        }
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            add(news);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                add(news);
            }
        });
    }

    private synchronized void add(List<News> news) {
        waiting.addAll(news);
    }

    private synchronized List<News> taken() {
        List<News> taken = waiting;
        waiting = new ArrayList<>();
        return taken;
    }

    /** Nothing is told before the past has been: it would be out of order. */
    @Override
    public boolean tick(Instant now) {
        if (learned.isReady()) {
            taken().stream().sorted(News.IN_TIME).forEach(learned::hear);
        } else if (!learned.isLearning()) {
            taken();
        }
        return false;
    }

    @Override
    public boolean isEverywhere() {
        return true;
    }
}

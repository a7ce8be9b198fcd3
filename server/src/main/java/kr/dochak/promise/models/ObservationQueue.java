package kr.dochak.promise.models;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kr.dochak.time.Ticking;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Passes observations on to the models' memory, in batches and off the path of a scan: they wait here from their commit to the
 * next beat. What is lost here in a crash comes back at the next start ({@link PastReplay}).
 */
@Component
public class ObservationQueue implements Ticking {

    private final ModelLife life;
    private final LearnedWindows learned;
    private List<Observation> waiting = new ArrayList<>();

    ObservationQueue(ModelLife life, LearnedWindows learned) {
        this.life = life;
        this.learned = learned;
    }

    /** Takes observations to be passed on once they are committed. */
    public void add(List<Observation> observed) {
        if (observed.isEmpty() || !life.state().isOn()) {
            return;
        }
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            append(observed);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                append(observed);
            }
        });
    }

    private synchronized void append(List<Observation> observed) {
        waiting.addAll(observed);
    }

    private synchronized List<Observation> taken() {
        List<Observation> taken = waiting;
        waiting = new ArrayList<>();
        return taken;
    }

    /** Nothing is passed on before the past has been replayed: it would be out of order. */
    @Override
    public boolean tick(Instant now) {
        ModelLife.State state = life.state();
        if (state.isReady()) {
            taken().stream().sorted(Observation.IN_TIME).forEach(learned::observe);
        } else if (!state.isOn()) {
            taken();
        }
        return false;
    }

    @Override
    public boolean isEverywhere() {
        return true;
    }
}

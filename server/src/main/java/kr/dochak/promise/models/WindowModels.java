package kr.dochak.promise.models;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import kr.dochak.promise.learning.ModelVersion;
import kr.dochak.promise.windows.PromiseNumbers;
import org.springframework.stereotype.Component;

/** The models that windows come from: what they are worth, learning one now, going back to a former one (PRM-5). */
@Component
public class WindowModels {

    private final ModelRepository models;
    private final ModelLife life;
    private final Training training;
    private final ModelGate gate;
    private final PromiseNumbers numbers;
    private final InstantSource clock;

    WindowModels(
            ModelRepository models,
            ModelLife life,
            Training training,
            ModelGate gate,
            PromiseNumbers numbers,
            InstantSource clock) {
        this.models = models;
        this.life = life;
        this.training = training;
        this.gate = gate;
        this.numbers = numbers;
        this.clock = clock;
    }

    public ModelCard card() {
        List<ModelCard.Version> versions = models.newest();
        return new ModelCard(
                versions,
                training.progress(),
                training.last(),
                numbers.leastDeliveries(),
                life.state().isReady(),
                gate.approvers(),
                gate.open(versions.stream().map(ModelCard.Version::id).toList()).keySet(),
                life.state().isOn());
    }

    /**
     * Begins to learn a model now, or answers the training that is under way; it goes on by itself.
     *
     * @param by who wanted it, for the record
     */
    public CompletableFuture<ModelCard.Ended> train(AskedBy by) {
        return life.ready().thenCompose(unused -> training.begin(clock.instant(), by));
    }

    /**
     * Goes back to a former model, or forward again: the one in use becomes a former one. Where people agree to models, they are asked.
     */
    public Wanted use(int id, AskedBy by) {
        Optional<ModelVersion> former = life.state().isReady() ? models.former(id) : Optional.empty();
        if (former.isEmpty()) {
            return Wanted.NOT;
        }
        if (gate.approvers() > 0) {
            models.newest().stream()
                    .filter(each -> each.id() == id)
                    .findFirst()
                    .ifPresent(each -> gate.askBack(id, each.figures(), by));
            return Wanted.ASKED;
        }
        return training.switchTo(id, former.get(), by) ? Wanted.USED : Wanted.NOT;
    }

    /** What came of wanting a former model. */
    public enum Wanted {
        USED,
        /** Others decide about it. */
        ASKED,
        /** It is no former model, or the past is still being replayed after a start. */
        NOT
    }
}

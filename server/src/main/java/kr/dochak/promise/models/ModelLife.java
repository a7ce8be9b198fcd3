package kr.dochak.promise.models;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import kr.dochak.promise.learning.ModelVersion;
import kr.dochak.promise.windows.PromiseSettings;
import kr.dochak.time.Roles;
import org.springframework.stereotype.Component;

/**
 * Where the models of this process are in their life. One state, which only its steps move.
 *
 * <p>What is observed reaches the models' memory in the process where it happened. One that leaves a role to others would know
 * of orders but not of deliveries, so it has no model.
 */
@Component
class ModelLife {

    enum State {
        /** No model until the next start: the lane table serves, which all processes read from the database. */
        OFF,
        /** What is observed waits. */
        STARTING,
        /** The past is replayed to the memory; what is observed meanwhile waits, or it would be out of order. */
        CATCHING_UP,
        /** The model in use answers. */
        READY,
        /** So it does while a new one is trained. */
        TRAINING;

        /** The same where the step leads nowhere from here. */
        State after(Step step) {
            return switch (step) {
                case REPLAY_BEGAN -> this == STARTING ? CATCHING_UP : this;
                case CAUGHT_UP -> this == CATCHING_UP ? READY : this;
                case GAVE_UP -> this == STARTING || this == CATCHING_UP ? OFF : this;
                case TRAINING_BEGAN -> this == READY ? TRAINING : this;
                case TRAINING_ENDED -> this == TRAINING ? READY : this;
            };
        }

        boolean isOn() {
            return this != OFF;
        }

        boolean isReady() {
            return this == READY || this == TRAINING;
        }
    }

    enum Step {
        REPLAY_BEGAN,
        CAUGHT_UP,
        /** The past could not be replayed: a memory without it would give other windows. */
        GAVE_UP,
        TRAINING_BEGAN,
        TRAINING_ENDED
    }

    private final AtomicReference<State> state;
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();

    ModelLife(PromiseSettings settings, Roles roles) {
        boolean on = settings.models() && ModelVersion.isPossible() && roles.areAll();
        state = new AtomicReference<>(on ? State.STARTING : State.OFF);
        announce();
    }

    State state() {
        return Objects.requireNonNull(state.get());
    }

    /** False where the step leads nowhere from the state it is in. */
    boolean move(Step step) {
        State before = state.getAndUpdate(now -> now.after(step));
        announce();
        return before.after(step) != before;
    }

    private void announce() {
        State now = state();
        if (now.isReady() || !now.isOn()) {
            ready.complete(now.isReady());
        }
    }

    /** Whether it came to be ready, as soon as that is known. */
    CompletableFuture<Boolean> ready() {
        return ready;
    }
}

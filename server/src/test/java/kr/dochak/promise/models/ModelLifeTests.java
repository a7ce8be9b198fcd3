package kr.dochak.promise.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import kr.dochak.promise.learning.ModelVersion;
import kr.dochak.promise.models.ModelLife.State;
import kr.dochak.promise.models.ModelLife.Step;
import kr.dochak.promise.windows.PromiseSettings;
import kr.dochak.time.Roles;
import kr.dochak.time.Roles.Role;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PRM-5: the life of the models, from a start of the process to the next. */
class ModelLifeTests {

    private static final Set<Role> ALL = EnumSet.allOf(Role.class);

    @ParameterizedTest
    @CsvSource(textBlock = """
            OFF,         OFF,         OFF,   OFF, OFF,      OFF
            STARTING,    CATCHING_UP, STARTING, OFF, STARTING, STARTING
            CATCHING_UP, CATCHING_UP, READY, OFF, CATCHING_UP, CATCHING_UP
            READY,       READY,       READY, READY, TRAINING, READY
            TRAINING,    TRAINING,    TRAINING, TRAINING, TRAINING, READY
            """)
    void each_step_leads_on_from_its_state_and_nowhere_from_others(
            State from, State replayBegan, State caughtUp, State gaveUp, State trainingBegan, State trainingEnded) {
        assertThat(from.after(Step.REPLAY_BEGAN)).isEqualTo(replayBegan);
        assertThat(from.after(Step.CAUGHT_UP)).isEqualTo(caughtUp);
        assertThat(from.after(Step.GAVE_UP)).isEqualTo(gaveUp);
        assertThat(from.after(Step.TRAINING_BEGAN)).isEqualTo(trainingBegan);
        assertThat(from.after(Step.TRAINING_ENDED)).isEqualTo(trainingEnded);
    }

    @Test
    void models_are_ready_once_the_past_was_replayed_and_stay_so_while_one_is_trained() {
        Assumptions.assumeTrue(ModelVersion.isPossible());
        ModelLife life = life(true, ALL);
        assertThat(life.state()).isEqualTo(State.STARTING);
        assertThat(life.move(Step.CAUGHT_UP)).isFalse();
        assertThat(life.move(Step.REPLAY_BEGAN)).isTrue();
        assertThat(life.ready()).isNotDone();
        assertThat(life.move(Step.CAUGHT_UP)).isTrue();
        assertThat(life.ready()).isCompletedWithValue(true);
        assertThat(life.move(Step.TRAINING_BEGAN)).isTrue();
        assertThat(life.move(Step.TRAINING_BEGAN)).as("one at a time").isFalse();
        assertThat(life.state().isReady()).isTrue();
        assertThat(life.move(Step.GAVE_UP)).isFalse();
    }

    @Test
    void who_waits_is_told_when_the_past_could_not_be_replayed() {
        Assumptions.assumeTrue(ModelVersion.isPossible());
        ModelLife life = life(true, ALL);
        life.move(Step.REPLAY_BEGAN);
        life.move(Step.GAVE_UP);
        assertThat(life.ready()).isCompletedWithValue(false);
        assertThat(life.state().isOn()).isFalse();
    }

    @Test
    void a_process_that_leaves_a_role_to_others_or_has_models_switched_off_has_none() {
        assertThat(life(true, EnumSet.of(Role.WEB, Role.WORK)).ready()).isCompletedWithValue(false);
        assertThat(life(false, ALL).ready()).isCompletedWithValue(false);
        assertThat(life(false, ALL).move(Step.REPLAY_BEGAN)).isFalse();
    }

    private static ModelLife life(boolean models, Set<Role> roles) {
        PromiseSettings settings = new PromiseSettings(Duration.ofDays(1), models, Duration.ofDays(183));
        return new ModelLife(settings, new Roles(roles));
    }
}

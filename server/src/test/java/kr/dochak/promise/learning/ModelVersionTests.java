package kr.dochak.promise.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import kr.dochak.promise.learning.features.Consignment;
import kr.dochak.promise.learning.features.SyntheticTrade;
import kr.dochak.promise.learning.features.SyntheticTrade.Event;
import kr.dochak.promise.learning.features.SyntheticTrade.Past;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PRM-5: models are kept as bytes, switched on and rolled back. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ModelVersionTests {

    private static final List<Past> ORDERS = SyntheticTrade.orders(400);
    private static final Instant NOW = ORDERS.getLast().consignment().knownAt();

    @Test
    void a_model_read_again_says_the_same_and_an_older_one_can_be_rolled_back_to() {
        Assumptions.assumeTrue(NativeLibrary.isHere());
        try (WindowLearning learning = told()) {
            WindowModel.Progress asked =
                    new WindowModel.Progress(ORDERS.getLast().consignment(), null);
            Basis table = learning.remaining(asked, NOW).basis();
            ModelVersion version = ModelVersion.learn(learning.trainingSet(NOW), 1);
            learning.use(version);
            Quantiles first = learning.remaining(asked, NOW);
            learning.use(ModelVersion.read(version.bytes()));
            assertThat(learning.remaining(asked, NOW)).isEqualTo(first);
            assertThat(table).isInstanceOf(Basis.Lanes.class);
            assertThat(first.basis()).isEqualTo(new Basis.Model(version.deliveries()));
        }
    }

    @Test
    void the_training_before_goes_on_beside_the_new_one_and_no_longer() {
        Assumptions.assumeTrue(NativeLibrary.isHere());
        try (WindowLearning learning = told()) {
            ModelVersion version = ModelVersion.learn(learning.trainingSet(NOW), 1);
            assertThat(version.fromOrder().texts()).hasSize(3);
            for (int again = 0; again < 2; again++) {
                List<String> before = version.fromOrder().newest();
                learning.use(version);
                version = ModelVersion.learn(learning.trainingSet(NOW), 1);
                assertThat(version.fromOrder().texts()).hasSize(6).endsWith(before.toArray(String[]::new));
            }
        }
    }

    @Test
    void of_two_trainings_the_average_is_told() {
        Assumptions.assumeTrue(NativeLibrary.isHere());
        try (WindowLearning learning = told()) {
            TrainingSet.Stage all = learning.trainingSet(NOW).fromOrder();
            List<Example> some = all.examples().subList(0, all.examples().size() / 2);
            List<List<String>> texts =
                    Boosting.train(List.of(all, new TrainingSet.Stage(some, all.window(), List.of())), 1);
            float[] row = all.examples().getLast().row();
            double first = late(texts.getFirst(), row);
            double second = late(texts.getLast(), row);
            assertThat(first).isNotEqualTo(second);
            assertThat(late(
                            Stream.concat(texts.getFirst().stream(), texts.getLast().stream())
                                    .toList(),
                            row))
                    .isCloseTo((first + second) / 2, within(1e-6));
        }
    }

    private static double late(List<String> texts, float[] row) {
        try (Boosting models = Boosting.read(texts)) {
            return models.predict(row).late();
        }
    }

    @Test
    void what_is_no_model_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ModelVersion.read(new byte[] {1, 2, 3}));
    }

    @Test
    void PRM_1_remaining_time_follows_the_parcel() {
        try (WindowLearning learning = told()) {
            Consignment consignment = ORDERS.getLast().consignment();
            Quantiles atOrder = learning.remaining(new WindowModel.Progress(consignment, null), NOW);
            Quantiles handedOver = learning.remaining(new WindowModel.Progress(consignment, NOW), NOW);
            Quantiles late =
                    learning.remaining(new WindowModel.Progress(consignment, NOW), NOW.plus(Duration.ofDays(9)));
            assertThat(handedOver.p50()).isLessThan(atOrder.p50());
            assertThat(late.p50()).isPositive();
            assertThat(learning.handedOver("unheard of", NOW)).isEmpty();
        }
    }

    @ParameterizedTest(name = "2, 5, 9 days, {0} have passed: {1}, {2}, {3} are left")
    @CsvSource({
        "0, 2, 5, 9",
        "1, 1.338, 4.25, 8.127",
        "5, .5, 2.5, 5.723",
        "9, .262, 1.723, 5.723",
        "30, .262, 1.723, 5.723",
    })
    void what_is_left_is_reckoned_from_what_has_passed(double elapsed, double early, double middle, double late) {
        Spread left = new Spread(2, 5, 9).after(elapsed);
        assertThat(left.early()).isCloseTo(early, within(.001));
        assertThat(left.middle()).isCloseTo(middle, within(.001));
        assertThat(left.late()).isCloseTo(late, within(.001));
    }

    private static WindowLearning told() {
        WindowLearning learning = new WindowLearning(SyntheticTrade.settings());
        for (Event event : SyntheticTrade.events(ORDERS)) {
            String id = event.past().consignment().id();
            if (event.at().isAfter(NOW)) {
                break;
            }
            switch (event.news()) {
                case ORDERED -> learning.ordered(event.past().consignment(), event.at());
                case HANDED_OVER -> learning.handedOver(id, event.at());
                case DELIVERED -> learning.delivered(id, event.at());
            }
        }
        return learning;
    }
}

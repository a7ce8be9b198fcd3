package kr.dochak.promise.learning.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import kr.dochak.promise.learning.Basis;
import kr.dochak.promise.learning.ModelVersion;
import kr.dochak.promise.learning.NativeLibrary;
import kr.dochak.promise.learning.Quantiles;
import kr.dochak.promise.learning.WindowLearning;
import kr.dochak.promise.learning.features.SyntheticTrade.Event;
import kr.dochak.promise.learning.features.SyntheticTrade.News;
import kr.dochak.promise.learning.features.SyntheticTrade.Past;
import kr.dochak.promise.learning.features.SyntheticTrade.Said;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * PRM-1, PRM-2: nothing is said from what was not known yet. The same trade is told twice, the second time with every
 * hand-over and delivery after some moment moved into the future: up to that moment nothing may differ.
 */
@Tag("slow")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ForesightTests {

    private static final List<Past> ORDERS = SyntheticTrade.orders(500);
    private static final Duration FAR = Duration.ofDays(25);

    @ParameterizedTest
    @ValueSource(ints = {6, 13, 20, 29})
    void no_feature_knows_an_outcome_before_it_is_known(int day) {
        Instant moment = SyntheticTrade.START.plus(Duration.ofDays(day));
        List<Said<Map<String, Float>>> as_it_was = features(ORDERS, storms(Instant.MAX));
        List<Said<Map<String, Float>>> moved = features(movedAfter(moment, ORDERS), storms(moment));
        List<Said<Map<String, Float>>> before = until(moment, as_it_was);
        assertThat(before).hasSizeGreaterThan(50).isEqualTo(until(moment, moved));
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 29})
    void no_window_knows_an_outcome_before_it_is_known(int day) {
        Instant moment = SyntheticTrade.START.plus(Duration.ofDays(day));
        List<Said<Quantiles>> before = until(moment, windows(ORDERS, storms(Instant.MAX)));
        assertThat(before)
                .hasSizeGreaterThan(50)
                .isEqualTo(until(moment, windows(movedAfter(moment, ORDERS), storms(moment))));
        if (NativeLibrary.isHere() && day > 20) {
            assertThat(before.getLast().what().basis()).isInstanceOf(Basis.Model.class);
        }
    }

    @Test
    void what_is_known_does_change_what_is_said() {
        Instant moment = SyntheticTrade.START.plus(Duration.ofDays(13));
        Map<String, Float> last =
                features(ORDERS, storms(Instant.MAX)).getLast().what();
        Map<String, Float> moved =
                features(movedAfter(moment, ORDERS), storms(moment)).getLast().what();
        List<String> differing = last.keySet().stream()
                .filter(name -> !last.get(name).equals(moved.get(name)))
                .toList();
        assertThat(differing)
                .anyMatch(name -> name.startsWith("transit"))
                .anyMatch(name -> name.startsWith("days late"))
                .anyMatch(name -> name.startsWith("pace"))
                .anyMatch(name -> name.startsWith("load"))
                .anyMatch(name -> name.startsWith("area"));
    }

    @Test
    void nothing_is_told_of_areas_where_nobody_warns() {
        assertThat(features(ORDERS, null).getLast().what().keySet()).noneMatch(name -> name.startsWith("area"));
        List<String> names = List.copyOf(
                features(ORDERS, storms(Instant.MAX)).getLast().what().keySet());
        assertThat(names.getLast())
                .as("models that were learned without them go on serving")
                .isEqualTo("area.to storms");
    }

    /** A storm every day or so, those after a moment heard of much later. */
    private static AreaSignals storms(Instant moment) {
        Map<Instant, String> storms = new LinkedHashMap<>();
        for (int i = 0; i < 40; i++) {
            Instant heard = SyntheticTrade.START.plus(Duration.ofHours(19L * i));
            storms.put(heard.isAfter(moment) ? heard.plus(FAR.multipliedBy(9)) : heard, "P" + i % 4);
        }
        return new AreaSignals() {

            @Override
            public List<String> names() {
                return List.of("from storms", "to storms");
            }

            @Override
            public List<Double> known(String from, String to, Instant at) {
                return List.of(heard(from, at), heard(to, at));
            }

            private double heard(String province, Instant at) {
                return storms.entrySet().stream()
                        .filter(storm ->
                                !storm.getKey().isAfter(at) && storm.getValue().equals(province))
                        .count();
            }
        };
    }

    private static List<Past> movedAfter(Instant moment, List<Past> orders) {
        return orders.stream()
                .map(past -> past.handedOverAt().isAfter(moment)
                        ? past.handedOverLater(FAR)
                        : past.deliveredAt().isAfter(moment) ? past.deliveredLater(FAR) : past)
                .toList();
    }

    private static <T> List<Said<T>> until(Instant moment, List<Said<T>> said) {
        return said.stream().filter(s -> !s.at().isAfter(moment)).toList();
    }

    private static List<Said<Map<String, Float>>> features(List<Past> orders, @Nullable AreaSignals areas) {
        Memory memory =
                Memory.of(new Week(ZoneOffset.UTC, SyntheticTrade.settings().closed()), OpenTime.ALWAYS, areas);
        return play(orders, (event, now) -> {
            Journey journey = switch (event.news()) {
                case ORDERED -> memory.ordered(event.past().consignment(), now);
                case HANDED_OVER ->
                    memory.handedOver(event.past().consignment().id(), now).orElseThrow();
                case DELIVERED -> {
                    memory.delivered(event.past().consignment().id(), now);
                    yield null;
                }
            };
            return journey == null ? null : named(memory.describe(journey, now, Row.named()));
        });
    }

    private static Map<String, Float> named(Row row) {
        Map<String, Float> values = new LinkedHashMap<>();
        for (int i = 0; i < row.names().size(); i++) {
            values.put(row.names().get(i), row.values()[i]);
        }
        return values;
    }

    private static List<Said<Quantiles>> windows(List<Past> orders, AreaSignals areas) {
        try (WindowLearning learning = new WindowLearning(SyntheticTrade.settings(), areas)) {
            return play(orders, (event, now) -> {
                String id = event.past().consignment().id();
                if (learning.isTrainingDue(event.at())) {
                    learning.use(ModelVersion.learn(learning.trainingSet(event.at()), 1));
                }
                return switch (event.news()) {
                    case ORDERED -> learning.ordered(event.past().consignment(), event.at());
                    case HANDED_OVER -> learning.handedOver(id, event.at()).orElseThrow();
                    case DELIVERED -> {
                        learning.delivered(id, event.at());
                        yield null;
                    }
                };
            });
        }
    }

    private static <T> List<Said<T>> play(List<Past> orders, BiFunction<Event, Double, T> hear) {
        List<Said<T>> said = new ArrayList<>();
        for (Event event : SyntheticTrade.events(orders)) {
            T what = hear.apply(event, Journey.day(event.at()));
            if (event.news() != News.DELIVERED) {
                said.add(new Said<>(event.past().consignment().id(), event.news(), event.at(), what));
            }
        }
        return said;
    }
}

package kr.dochak.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import kr.dochak.shared.Problem;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** The one hub of open pages: who may have how many, what they hear, and that none outlives the server. */
class LiveStreamsTests {

    private static final LiveAudience SMALL = new LiveAudience("small", 3, Duration.ofMillis(1), Duration.ofMinutes(1));
    private static final LiveAudience LARGE =
            new LiveAudience("large", 1_000, Duration.ofMillis(1), Duration.ofMinutes(1));

    private final LiveTopics topics = new LiveTopics();
    private final List<String> parcels = new ArrayList<>(List.of("parcel:1"));
    private final LiveStreams streams = new LiveStreams(
            topics, new StaticListableBeanFactory(Map.of("parcels", new Parcels())).getBeanProvider(LiveParts.class));

    private final class Parcels implements LiveParts {

        @Override
        public String kind() {
            return "order";
        }

        @Override
        public Collection<String> parts(long id) {
            return id == 7 ? List.copyOf(parcels) : List.of();
        }
    }

    @AfterEach
    void end() {
        streams.destroy();
    }

    @Test
    void an_audience_that_is_full_takes_no_room_from_another() {
        for (int i = 0; i < SMALL.most(); i++) {
            streams.open(SMALL, "reader " + i, "order:1");
        }
        assertThatThrownBy(() -> streams.open(SMALL, "one more", "order:1"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(503));
        streams.open(LARGE, "one more", "order:1");
        assertThat(streams.count()).isEqualTo(SMALL.most() + 1);
    }

    @Test
    void one_reader_has_so_many_and_no_more() {
        for (int i = 0; i < LiveStreams.MOST_OF_ONE_READER; i++) {
            streams.open(LARGE, "staff 1", "board");
        }
        assertThatThrownBy(() -> streams.open(LARGE, "staff 1", "board")).isInstanceOf(Problem.class);
        streams.open(LARGE, "staff 2", "board");
    }

    @Test
    void all_end_with_the_server_and_give_their_room_back() {
        for (int i = 0; i < SMALL.most(); i++) {
            streams.open(SMALL, "staff 1", "order:7");
        }
        streams.closing();
        assertThat(streams.count()).isZero();
        streams.open(SMALL, "staff 1", "order:7");
    }

    @Test
    void who_listens_to_a_topic_hears_its_parts_also_those_that_join_later() {
        List<String> heard = new ArrayList<>();
        Runnable stop = streams.listen("order:7", () -> heard.add("changed"));
        topics.touch("parcel:1");
        topics.touch("parcel:2");
        assertThat(heard).hasSize(1);
        parcels.add("parcel:2");
        topics.touch("order:7");
        Awaitility.await().until(() -> {
            topics.touch("parcel:2");
            return heard.size() > 2;
        });
        stop.run();
        int before = heard.size();
        topics.touch("parcel:1");
        topics.touch("order:7");
        assertThat(heard).hasSize(before);
    }
}

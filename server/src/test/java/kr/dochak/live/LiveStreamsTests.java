package kr.dochak.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
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
    private final AtomicInteger lookups = new AtomicInteger();
    private volatile CountDownLatch database = new CountDownLatch(0);
    private final LiveStreams streams = new LiveStreams(
            topics,
            new StaticListableBeanFactory(Map.of("parcels", new Parcels())).getBeanProvider(LiveParts.class),
            new LiveSettings(20, 30));

    private final class Parcels implements LiveParts {

        @Override
        public String kind() {
            return "order";
        }

        @Override
        public Collection<String> parts(long id) {
            lookups.incrementAndGet();
            waitForDatabase();
            return id == 7 ? List.copyOf(parcels) : List.of();
        }
    }

    private void waitForDatabase() {
        try {
            database.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void end() {
        streams.destroy();
    }

    @Test
    void a_stream_that_comes_while_the_server_ends_is_over_at_once() {
        streams.open(SMALL, "reader", "10.0.0.1", "order:1");
        streams.closing();
        streams.open(SMALL, "reader", "10.0.0.1", "order:1");
        assertThat(streams.count()).isZero();
    }

    @Test
    void an_audience_that_is_full_takes_no_room_from_another() {
        for (int i = 0; i < SMALL.most(); i++) {
            streams.open(SMALL, "reader " + i, "10.0.0.1", "order:1");
        }
        assertThatThrownBy(() -> streams.open(SMALL, "one more", "10.0.0.1", "order:1"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(503));
        streams.open(LARGE, "one more", "10.0.0.1", "order:1");
        assertThat(streams.count()).isEqualTo(SMALL.most() + 1);
    }

    @Test
    void M8_one_address_has_so_many_for_all_its_readers() {
        for (int i = 0; i < 30; i++) {
            streams.open(LARGE, "link " + i, "2001:db8::" + i, "order:1");
        }
        assertThatThrownBy(() -> streams.open(LARGE, "link 99", "2001:db8::99", "order:1"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(429));
        assertThat(streams.count()).isEqualTo(30);
        streams.open(LARGE, "link 99", "10.0.0.9", "order:1");
    }

    @Test
    void M8_one_reader_has_so_many_and_no_more_wherever_it_is() {
        for (int i = 0; i < 20; i++) {
            streams.open(LARGE, "staff 1", "10.0.0." + i, "board");
        }
        assertThatThrownBy(() -> streams.open(LARGE, "staff 1", "10.0.0.99", "board"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(429));
        streams.open(LARGE, "staff 2", "10.0.0.1", "board");
    }

    @Test
    void all_end_with_the_server_and_give_their_room_back() {
        for (int i = 0; i < SMALL.most(); i++) {
            streams.open(SMALL, "staff 1", "10.0.0.1", "order:7");
        }
        streams.closing();
        assertThat(streams.count()).isZero();
        streams.open(SMALL, "staff 1", "10.0.0.1", "order:7");
    }

    @Test
    void M8_a_topic_with_many_open_pages_is_looked_up_once_and_not_for_each_of_them() {
        AtomicInteger heard = new AtomicInteger();
        for (int i = 0; i < 100; i++) {
            streams.listen("order:7", heard::incrementAndGet);
        }
        int before = lookups.get();
        parcels.add("parcel:9");
        CountDownLatch slow = new CountDownLatch(1);
        database = slow;
        topics.touch("order:7");
        slow.countDown();
        Awaitility.await().until(() -> {
            heard.set(0);
            topics.touch("parcel:9");
            return heard.get() == 100;
        });
        assertThat(lookups.get() - before).isLessThanOrEqualTo(3);
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

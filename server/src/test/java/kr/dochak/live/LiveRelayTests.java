package kr.dochak.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import kr.dochak.ProductTest;
import kr.dochak.time.Roles;
import kr.dochak.time.Roles.Role;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A page hears of what another process did. */
@ProductTest
class LiveRelayTests {

    @Autowired
    DataSource database;

    @Test
    void a_change_in_one_process_is_heard_in_another() {
        LiveTopics applying = new LiveTopics();
        LiveTopics serving = new LiveTopics();
        List<String> here = new CopyOnWriteArrayList<>();
        List<String> there = new CopyOnWriteArrayList<>();
        applying.listen("order:1", here::add);
        serving.listen("order:1", there::add);
        LiveRelay one = new LiveRelay(applying, database, new Roles(Set.of(Role.INGEST)));
        LiveRelay other = new LiveRelay(serving, database, new Roles(Set.of(Role.WEB)));
        one.start();
        other.start();
        try {
            Awaitility.await().until(() -> {
                applying.touch("order:1"); // until both listen
                return !there.isEmpty();
            });
            int said = here.size();
            serving.touch("order:1");
            Awaitility.await().until(() -> here.size() > said);
        } finally {
            one.stop();
            other.stop();
        }
        assertThat(new LiveRelay(serving, database, new Roles(Set.of(Role.values()))).isRunning())
                .isFalse();
    }
}

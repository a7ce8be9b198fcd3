package kr.dochak.simulator.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kr.dochak.simulator.areas.Storms;
import kr.dochak.simulator.carriers.Books;
import kr.dochak.simulator.carriers.Hub;
import kr.dochak.simulator.malls.ByHand;
import kr.dochak.simulator.malls.Mall;
import kr.dochak.simulator.malls.OrderBook;
import kr.dochak.simulator.wire.Call;
import kr.dochak.simulator.wire.Json;
import kr.dochak.simulator.wire.Ledger;
import kr.dochak.simulator.world.Post;
import kr.dochak.simulator.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeeperTests {

    private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 11, 23, 6, 0);
    private static final Birth BIRTH = new Birth(MONDAY, 7, 80, 3, 0.05, 0);

    @TempDir
    private Path folder;

    private final List<String> told = new ArrayList<>();
    private boolean acknowledged = true;

    private static World make(Birth birth, Post post, boolean trying) {
        Storms storms = new Storms(birth.seed(), birth.storms());
        OrderBook book = OrderBook.of(birth.seed(), birth.ordersPerDay())
                .quietUntil(birth.at().toLocalDate().plusDays(birth.quietDays()));
        return new World(book, birth.at(), post, new Books(), Set.of(), storms, birth.incidents());
    }

    private void tell(String sender, Call call) {
        told.add(sender + call.path() + Json.write(call.body()));
    }

    private Keeper keeper() {
        return new Keeper(new WorldFolder(folder), this::tell, new Ledger(), () -> acknowledged);
    }

    /** A world with things done by hand, which lives until Thursday; stopped on Wednesday where that is wanted. */
    private List<String> story(boolean stopped) {
        told.clear();
        Keeper keeper = keeper();
        World world = keeper.wake(MONDAY, BIRTH, KeeperTests::make);
        world.runUntil(MONDAY.plusHours(17));
        world.jam(Hub.OKCHEON, 9);
        world.runUntil(MONDAY.plusHours(20).plusNanos(123_456_789));
        world.place(Mall.HANGANG, new ByHand("김지민", "010-1234-5678", null, null, null, null), true, false);
        world.runUntil(MONDAY.plusHours(50));
        keeper.write();
        acknowledged = false;
        world.find(null, null).ifPresent(parcel -> world.accident(parcel, "LOST", false));
        world.runUntil(MONDAY.plusHours(51));
        keeper.write();
        acknowledged = true;
        if (stopped) {
            LocalDateTime serverNow = MONDAY.plusHours(51);
            World woken = keeper().wake(serverNow, BIRTH.bornAt(serverNow), KeeperTests::make);
            woken.runUntil(MONDAY.plusDays(4));
        } else {
            world.runUntil(MONDAY.plusDays(4));
        }
        return List.copyOf(told);
    }

    @Test
    void a_stopped_world_goes_on_where_it_was_and_tells_again_only_what_was_not_acknowledged() throws IOException {
        List<String> whole = story(false);
        for (String name : List.of("world.json", "deeds.jsonl")) {
            Files.delete(folder.resolve(name));
        }
        List<String> interrupted = story(true);
        assertThat(new LinkedHashSet<>(interrupted)).isEqualTo(new LinkedHashSet<>(whole));
        assertThat(interrupted.size() - whole.size()).isBetween(1, 80);
    }

    @Test
    void a_deed_that_a_kill_cut_off_is_none() throws IOException {
        story(true);
        int before = new WorldFolder(folder).read().orElseThrow().deeds().size();
        Files.writeString(folder.resolve("deeds.jsonl"), "{\"at\":\"2026-", StandardOpenOption.APPEND);
        assertThat(new WorldFolder(folder).read().orElseThrow().deeds()).hasSize(before);
    }

    @Test
    void a_world_that_this_version_would_live_otherwise_is_put_aside() throws IOException {
        story(true);
        Path file = folder.resolve("world.json");
        Files.writeString(file, Files.readString(file).replaceFirst("\"sum\":\\d+", "\"sum\":1"));
        told.clear();
        LocalDateTime now = MONDAY.plusDays(5);
        World world = keeper().wake(now, BIRTH.bornAt(now), KeeperTests::make);
        assertThat(world.now()).isEqualTo(now);
        assertThat(told).isEmpty();
        assertThat(folder.resolve("world.json.before")).exists();
    }

    @Test
    void a_server_that_was_set_back_is_told_again_what_lies_after_its_own_moment() {
        List<String> first = story(true);
        told.clear();
        LocalDateTime back = MONDAY.plusHours(30);
        World world = keeper().wake(back, BIRTH.bornAt(back), KeeperTests::make);
        assertThat(world.now()).isEqualTo(back);
        world.runUntil(MONDAY.plusHours(40));
        assertThat(told).isNotEmpty();
        assertThat(first).containsAll(told);
    }
}

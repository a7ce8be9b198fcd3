package kr.dochak.simulator.world;

import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kr.dochak.simulator.carriers.Books;
import kr.dochak.simulator.carriers.Carrier;
import kr.dochak.simulator.carriers.Scan;
import kr.dochak.simulator.carriers.Stage;
import kr.dochak.simulator.korea.Dice;
import kr.dochak.simulator.wire.Call;

/** Scans leave a carrier's computers in batches; some late, some twice, some after the next one. */
final class ScanFeed {

    private static final double LATE = 0.015;
    private static final double TWICE = 0.02;
    private static final double DISORDERED = 0.01;
    private static final Set<Stage> MAY_WAIT = EnumSet.of(Stage.DEPARTED, Stage.HUB_IN, Stage.HUB_OUT);

    private final long seed;
    private final Agenda agenda;
    private final Obstacles obstacles;
    private final Post post;
    private final Books books;
    private final Set<Carrier> asked;
    private final Map<String, Scan> keptBack = new HashMap<>();

    /** @param asked carriers that push nothing: whoever wants to know looks into their books */
    ScanFeed(long seed, Agenda agenda, Obstacles obstacles, Post post, Books books, Set<Carrier> asked) {
        this.seed = seed;
        this.agenda = agenda;
        this.obstacles = obstacles;
        this.post = post;
        this.books = books;
        this.asked = asked;
    }

    void take(Scan scan) {
        Dice dice = Dice.of(seed, scan.trackingNumber(), scan.occurredAt());
        LocalDateTime leaves = batch(scan.carrier(), agenda.now());
        if (dice.chance(DISORDERED) && MAY_WAIT.contains(scan.stage())) {
            keptBack.putIfAbsent(scan.trackingNumber(), scan);
            return;
        }
        send(scan, dice.chance(LATE) ? leaves.plusMinutes(dice.between(45, 300)) : leaves);
        if (dice.chance(TWICE)) {
            send(scan, leaves.plusMinutes(dice.between(10, 60)));
        }
        Optional.ofNullable(keptBack.remove(scan.trackingNumber()))
                .ifPresent(late -> send(late, leaves.plusMinutes(1)));
    }

    private void send(Scan scan, LocalDateTime at) {
        agenda.at(at, () -> push(scan));
    }

    private void push(Scan scan) {
        obstacles
                .silentUntil(scan.carrier(), agenda.now())
                .ifPresentOrElse(until -> send(scan, batch(scan.carrier(), until)), () -> now(scan));
    }

    /** Past batches and obstacles, into the books and, unless they wait to be asked, straight to the server. */
    Call now(Scan scan) {
        Call call = Call.scan(scan.trackingNumber(), scan.json());
        books.enter(scan);
        if (asked.contains(scan.carrier())) {
            post.keptForAsking(call);
            call.done().complete(new Call.Verdict(Call.Outcome.KNOWN, ""));
        } else {
            post.hand(scan.carrier().id(), call);
        }
        return call;
    }

    static LocalDateTime batch(Carrier carrier, LocalDateTime now) {
        int every = carrier.batchMinutes();
        int past = now.getMinute() % every;
        return now.withSecond(0).withNano(0).plusMinutes(every - past);
    }
}

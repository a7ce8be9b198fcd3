package kr.dochak.simulator.inquiry;

import java.time.LocalDateTime;
import kr.dochak.simulator.carriers.Books;
import kr.dochak.simulator.carriers.Carrier;
import kr.dochak.simulator.carriers.Parcel;
import kr.dochak.simulator.malls.ByHand;
import kr.dochak.simulator.malls.Mall;
import kr.dochak.simulator.malls.OrderBook;
import kr.dochak.simulator.world.Job;
import kr.dochak.simulator.world.World;
import org.jspecify.annotations.Nullable;

/** A small Korea with one parcel of each carrier, delivered but for what is asked otherwise. */
final class Korea {

    static final LocalDateTime MONDAY = LocalDateTime.of(2026, 11, 23, 6, 0);

    final Books books = new Books();
    final Moods moods;
    final Inquiry inquiry;
    private final World world;
    private long nanos;

    Korea() {
        this(carrier -> {});
    }

    /** @param told hears of scans that are pushed */
    Korea(java.util.function.Consumer<String> told) {
        moods = new Moods(this::now, () -> nanos);
        inquiry = new Inquiry(books, moods);
        world = new World(
                OrderBook.of(7, 0),
                MONDAY,
                (sender, call) -> told.accept(call.kind().name()),
                books,
                java.util.Set.of(Carrier.CJ));
    }

    LocalDateTime now() {
        return world.now();
    }

    void secondsPass(int seconds) {
        nanos += seconds * 1_000_000_000L;
    }

    void runUntil(LocalDateTime moment) {
        world.runUntil(moment);
    }

    /** A parcel that had so many steps. */
    Parcel parcel(Carrier carrier, int steps) {
        Job job = world.place(Mall.RAINBOW, new ByHand("김지민", null, null, "06236", carrier, null), true, true);
        world.shipNow(job.order().orderNo());
        for (int n = 0; n < steps; n++) {
            world.runUntil(now().plusMinutes(47));
            world.advance(job);
        }
        return job.parcels().getFirst();
    }

    /** A parcel that was delivered. */
    Parcel delivered(Carrier carrier) {
        return parcel(carrier, 8);
    }

    Saying ask(Source source, @Nullable String number) {
        return inquiry.ask(source, String.valueOf(number));
    }
}

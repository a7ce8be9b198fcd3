package kr.dochak.simulator.keeping;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.zip.CRC32C;
import kr.dochak.simulator.wire.Call;
import kr.dochak.simulator.wire.Ledger;
import kr.dochak.simulator.world.Deed;
import kr.dochak.simulator.world.Post;
import kr.dochak.simulator.world.World;

/**
 * Stands between a world and its post.
 * While a world is lived again nothing leaves, since the server knows it; from there on everything does, and is counted into one sum.
 */
final class Story implements Post {

    /** A server that was killed wakes up a little before what it acknowledged. */
    private static final Duration SAVED_LATE = Duration.ofMinutes(10);

    private final Post post;
    private final Ledger ledger;
    private final CRC32C sum = new CRC32C();
    private boolean known;
    private int deeds;

    Story(Post post, Ledger ledger) {
        this.post = post;
        this.ledger = ledger;
    }

    @Override
    public synchronized void hand(String sender, Call call) {
        keptForAsking(call);
        if (known) {
            Call.Verdict verdict = new Call.Verdict(Call.Outcome.KNOWN, "");
            ledger.enter(call, verdict);
            call.done().complete(verdict);
        } else {
            post.hand(sender, call);
        }
    }

    @Override
    public synchronized void keptForAsking(Call call) {
        sum.update((call.kind() + " " + call.subject() + "\n").getBytes(UTF_8));
    }

    /** Counts a deed by hand that is about to be done. */
    synchronized void deed() {
        deeds++;
    }

    /** Whether a kept world, lived again by this version, is the one it was. */
    static boolean isTheSame(WorldFolder.Kept kept, Function<Post, World> scratch) {
        Mark mark = kept.mark();
        Story story = new Story((sender, call) -> {}, new Ledger());
        World world = scratch.apply(story);
        kept.deeds().stream().limit(mark.deeds()).forEach(world::again);
        world.runUntil(mark.at());
        return kept.deeds().size() >= mark.deeds() && story.sum.getValue() == mark.sum();
    }

    /**
     * Lives a world again up to its mark, silently, and after it does the remaining deeds, which the server may not know.
     * A server that was set back to an older copy is told again what lies after its own moment; deeds after it never happened.
     */
    World again(WorldFolder.Kept kept, LocalDateTime serverNow, Function<Post, World> born) {
        LocalDateTime latest = serverNow.plus(SAVED_LATE);
        LocalDateTime mark = kept.mark().at();
        List<Deed> all =
                kept.deeds().stream().filter(deed -> !deed.at().isAfter(latest)).toList();
        List<Deed> before = all.subList(0, Math.min(kept.mark().deeds(), all.size()));
        known = true;
        World world = born.apply(this);
        before.forEach(world::again);
        world.runUntil(mark.isAfter(latest) ? serverNow : mark);
        known = false;
        all.subList(before.size(), all.size()).forEach(world::again);
        deeds = all.size();
        return world;
    }

    /** How far it is, for whoever holds the world still meanwhile. */
    synchronized Mark mark(LocalDateTime at) {
        return new Mark(at, deeds, sum.getValue());
    }
}

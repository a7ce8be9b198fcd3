package kr.dochak.benchmarks.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kr.dochak.benchmarks.replay.Happening.Kind;
import kr.dochak.benchmarks.server.ServerApi;

/** Plays history: moves the server's clock, then tells it what has happened until then, and so on to the end. */
final class Player {

    /** The server takes no scan that is older than 400 days. */
    private static final Duration SCANS_TAKEN = Duration.ofDays(399);

    private final ServerApi api;
    private final Teller teller;
    private final Duration grain;
    private final Path progressFile;

    Player(ServerApi api, Teller teller, Duration grain, Path progressFile) {
        this.api = api;
        this.teller = teller;
        this.grain = grain;
        this.progressFile = progressFile;
    }

    /** Plays what has not been played yet, then moves the clock to {@code end}. */
    Tally play(List<Chunk> chunks, Progress before, ProgressLine line, Instant end)
            throws InterruptedException, IOException {
        Progress progress = before;
        for (Chunk chunk : chunks.subList(before.tally().chunks(), chunks.size())) {
            api.advance(chunk.end(), grain);
            Tally told = teller.tell(chunk.happenings());
            progress = new Progress(before.plan(), progress.tally().plus(told));
            progress.write(progressFile);
            line.show(progress.tally(), chunk.end());
        }
        api.advance(end, grain);
        return progress.tally();
    }

    /** Tells everything once more, as a shop does that is not sure; what the server made of it. */
    Tally again(List<Happening> all) throws InterruptedException {
        Instant oldest = api.now().minus(SCANS_TAKEN);
        return teller.tell(all.stream()
                .filter(each -> each.kind() == Kind.ORDERED
                        || each.kind() == Kind.HANDED_OVER
                        || (each.kind() != Kind.CANCELLED && each.at().isAfter(oldest)))
                .toList());
    }
}

package kr.dochak.simulator.keeping;

import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import kr.dochak.simulator.wire.Ledger;
import kr.dochak.simulator.world.Post;
import kr.dochak.simulator.world.World;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a world in a folder.
 * A kill loses nothing: what lies after the last mark is told again, and the server knows it by its number.
 */
public final class Keeper {

    private static final long EVERY_MILLIS = 1_000;

    private final WorldFolder folder;
    private final Story story;
    private final BooleanSupplier acknowledged;
    private volatile @Nullable Birth begun;
    private volatile @Nullable World awake;
    private @Nullable Mark written;

    /** @param acknowledged whether the server has an opinion on everything it was told */
    public Keeper(WorldFolder folder, Post post, Ledger ledger, BooleanSupplier acknowledged) {
        this.folder = folder;
        this.story = new Story(post, ledger);
        this.acknowledged = acknowledged;
    }

    /** How a world is made of what it is born with. */
    @FunctionalInterface
    public interface Making {
        /** @param trying whether it is made only to see what comes of it */
        World make(Birth birth, Post post, boolean trying);
    }

    /** The world of the folder where there is one that this version can go on with, else a new one. */
    public World wake(LocalDateTime serverNow, Birth fresh, Making making) {
        Optional<WorldFolder.Kept> kept = folder.read();
        boolean same = kept.filter(there -> Story.isTheSame(there, post -> making.make(there.birth(), post, true)))
                .isPresent();
        if (kept.isPresent() && !same) {
            System.out.println("보관한 작은 한국은 다른 버전의 것이라 이어 가지 못하고 지금부터 새로 시작해요. 처음부터 만들려면: ./run --fresh"
                    + " (the kept world is of another version; a new one begins now)");
            folder.putAside();
        }
        Birth birth = same ? kept.map(WorldFolder.Kept::birth).orElse(fresh) : fresh;
        World world = same
                ? story.again(kept.orElseThrow(), serverNow, post -> making.make(birth, post, false))
                : making.make(birth, story, false);
        folder.keepDeeds(story.mark(serverNow).deeds());
        world.keep(deed -> {
            folder.add(deed);
            story.deed();
        });
        begun = birth;
        awake = world;
        write();
        return world;
    }

    /** Writes every second from now on, and when it is stopped. */
    public void start() {
        Thread.ofPlatform().name("keeper").daemon().start(this::beat);
        Runtime.getRuntime().addShutdownHook(new Thread(this::write, "keeper-last"));
    }

    private void beat() {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
                try {
                    write();
                } catch (UncheckedIOException trouble) {
                    System.getLogger("keeper").log(System.Logger.Level.WARNING, "not written; trying again", trouble);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Only when the server knows everything; else the mark before it stays, and more is told again. */
    public synchronized void write() {
        World world = awake;
        Birth birth = begun;
        if (world == null || birth == null) {
            return;
        }
        Mark mark = written;
        synchronized (world) {
            if (acknowledged.getAsBoolean()) {
                mark = story.mark(world.now());
            }
        }
        if (mark != null && !mark.equals(written)) {
            folder.write(birth, mark);
            written = mark;
        }
    }
}

package kr.dochak.simulator;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import kr.dochak.simulator.areas.Storms;
import kr.dochak.simulator.carriers.Books;
import kr.dochak.simulator.keeping.Birth;
import kr.dochak.simulator.keeping.Keeper;
import kr.dochak.simulator.keeping.WorldFolder;
import kr.dochak.simulator.korea.KoreanTime;
import kr.dochak.simulator.malls.Mall;
import kr.dochak.simulator.malls.OrderBook;
import kr.dochak.simulator.wire.Call;
import kr.dochak.simulator.wire.Ledger;
import kr.dochak.simulator.wire.Outbox;
import kr.dochak.simulator.wire.ServerApi;
import kr.dochak.simulator.wire.ServerClock;
import kr.dochak.simulator.world.Post;
import kr.dochak.simulator.world.World;
import org.jspecify.annotations.Nullable;

/** The small Korea in the server's time: born when the server's clock is first seen, then moved a little, often. */
public final class Korea {

    private static final long TICK_MILLIS = 50;
    private static final long LOOK_EVERY_MILLIS = 1_500;
    private static final long LOOK_EVERY_MILLIS_WHEN_DRIVEN = 100;

    private static final String HOOKS = "hooks";

    private final Settings settings;
    private final ServerClock clock;
    private final Ledger ledger = new Ledger();
    private final Books books = new Books();
    private final Birth birth;
    private final Storms storms;
    private final Map<String, Outbox> outboxes = new LinkedHashMap<>();
    private final Map<String, List<Call>> staged = new LinkedHashMap<>();
    private volatile @Nullable World world;

    Korea(Settings settings, ServerApi server) {
        this.settings = settings;
        this.birth = folder().flatMap(WorldFolder::read)
                .map(WorldFolder.Kept::birth)
                .orElseGet(() -> birth(LocalDateTime.MIN));
        this.storms = new Storms(birth.seed(), birth.storms());
        this.clock = new ServerClock(server, settings.text("DOCHAK_ADMIN_KEY"));
        Map<String, String> keys = settings.keys();
        for (Mall mall : Mall.values()) {
            open(mall.tenant(), keys.getOrDefault(mall.tenant(), ""), server);
        }
        open(Post.CARRIERS, settings.text("DOCHAK_CARRIER_KEY"), server);
        settings.carrierKeys().forEach((carrier, key) -> open(carrier, key, server));
        open(HOOKS, settings.text("DOCHAK_WEBHOOK_SIGNATURE"), server);
    }

    private void open(String name, String key, ServerApi server) {
        outboxes.put(name, new Outbox(name, key, server, ledger));
    }

    void start() {
        outboxes.values().forEach(Outbox::start);
        Thread.ofPlatform().name("clock").daemon().start(() -> forEver(this::look));
        Thread.ofPlatform().name("world").start(() -> forEver(this::tick));
    }

    private static void forEver(Step step) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                step.run();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException trouble) {
                System.getLogger("korea").log(System.Logger.Level.WARNING, "a step failed; going on", trouble);
            }
        }
    }

    private interface Step {
        void run() throws InterruptedException;
    }

    private void look() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(clock.isDriven() ? LOOK_EVERY_MILLIS_WHEN_DRIVEN : LOOK_EVERY_MILLIS);
        clock.look();
    }

    private void tick() throws InterruptedException {
        if (world == null) {
            clock.look();
        }
        catchUp();
        TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
    }

    /** Brings the world to the server's now and sends what came of it, together. */
    public Optional<World> catchUp() {
        Optional<LocalDateTime> now = clock.now();
        now.ifPresent(moment -> born(moment).runUntil(moment));
        flush();
        return Optional.ofNullable(world);
    }

    private synchronized World born(LocalDateTime now) {
        World present = world;
        if (present == null) {
            LocalDateTime start = now.minusDays(settings.number("DOCHAK_SIM_BACKFILL_DAYS"));
            Birth fresh = birth.bornAt(start);
            present = folder().map(folder -> wake(folder, now, fresh)).orElseGet(() -> make(fresh, this::stage, false));
            world = present;
        }
        return present;
    }

    private World wake(WorldFolder folder, LocalDateTime now, Birth fresh) {
        Keeper keeper = new Keeper(folder, this::stage, ledger, this::isAcknowledged);
        World woken = keeper.wake(now, fresh, this::make);
        keeper.start();
        return woken;
    }

    /** Where it is kept, unless it is forgotten when it stops. */
    Optional<WorldFolder> folder() {
        return Optional.of(settings.text("DOCHAK_SIM_DATA"))
                .filter(folder -> !folder.isBlank())
                .map(folder -> new WorldFolder(Path.of(folder)));
    }

    private Birth birth(LocalDateTime at) {
        return new Birth(
                at,
                settings.seed(),
                settings.number("DOCHAK_SIM_ORDERS_PER_DAY"),
                settings.number("DOCHAK_SIM_QUIET_DAYS"),
                Double.parseDouble(settings.text("DOCHAK_SIM_STORMS")),
                Double.parseDouble(settings.text("DOCHAK_SIM_INCIDENTS")));
    }

    private World make(Birth birth, Post post, boolean trying) {
        return new World(
                OrderBook.of(birth.seed(), birth.ordersPerDay())
                        .quietUntil(birth.at().toLocalDate().plusDays(birth.quietDays())),
                birth.at(),
                post,
                trying ? new Books() : books,
                settings.askedCarriers(),
                trying ? new Storms(birth.seed(), birth.storms()) : storms,
                birth.incidents());
    }

    /** Whether the server has an opinion on everything that malls and carriers told. */
    private boolean isAcknowledged() {
        synchronized (staged) {
            return staged.isEmpty()
                    && outboxes.values().stream()
                            .filter(outbox -> !outbox.name().equals(HOOKS))
                            .allMatch(outbox -> outbox.size() == 0);
        }
    }

    private void stage(String sender, Call call) {
        synchronized (staged) {
            // a carrier without a key of its own sends with the one for all of them
            String box = outboxes.containsKey(sender) ? sender : Post.CARRIERS;
            staged.computeIfAbsent(box, name -> new ArrayList<>()).add(call);
        }
    }

    /** Under one lock, so that calls keep their order. */
    public void flush() {
        synchronized (staged) {
            staged.forEach((sender, calls) -> outbox(sender).add(calls));
            staged.clear();
        }
    }

    private Outbox outbox(String name) {
        return java.util.Objects.requireNonNull(outboxes.get(name));
    }

    void hook(Call call) {
        outbox(HOOKS).add(List.of(call));
    }

    /** Before the world is born nothing can be put off, so it happens at once. */
    void later(Duration delay, Runnable happening) {
        Optional.ofNullable(world).ifPresentOrElse(there -> there.later(delay, happening), happening);
    }

    public LocalDateTime now() {
        return clock.now().orElseGet(() -> LocalDateTime.now(KoreanTime.OFFSET));
    }

    /** What the carriers' computers know. */
    public Books books() {
        return books;
    }

    /** Which areas are in trouble. */
    public Storms storms() {
        return storms;
    }

    public ServerClock clock() {
        return clock;
    }

    public Ledger ledger() {
        return ledger;
    }

    public Map<String, Integer> waiting() {
        Map<String, Integer> waiting = new LinkedHashMap<>();
        outboxes.forEach((name, outbox) -> waiting.put(name, outbox.size()));
        return waiting;
    }

    /**
     * Drives a driven clock in small steps, everybody doing their part at each: the server is told of a step's events before
     * the next begins, so that the same seed always makes the same history.
     *
     * @param grain what comes due in the server closer together than this is dealt with at once
     */
    public int driveTo(LocalDateTime to, Duration step, Duration grain) {
        int status = 200;
        for (LocalDateTime at = now(); at.isBefore(to) && status < 300 && status > 0; ) {
            at = at.plus(step).isBefore(to) ? at.plus(step) : to;
            status = clock.driveTo(at, grain);
            catchUp();
            awaitAcknowledged();
        }
        return status;
    }

    /** Comes back when the server has an opinion on everything. */
    public void awaitAcknowledged() {
        outboxes.values().forEach(Outbox::awaitEmpty);
    }

    /** Sends from now on; for who drives the world themselves. */
    public void open() {
        outboxes.values().forEach(Outbox::start);
        clock.look();
    }
}

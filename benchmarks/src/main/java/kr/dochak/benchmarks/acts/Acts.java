package kr.dochak.benchmarks.acts;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** What staff do all day, each in a thread of their own, and what the server said was done. */
final class Acts implements AutoCloseable {

    static final String OWN_SETTING = "care.reopen-within";
    static final String RISKY_SETTING = "benefits.points-valid";
    static final List<String> OF_FILE =
            List.of("care.messages-per-hour", "care.messages-per-hour-by-link", "identity.login.password-tries");

    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"(\\d+)\"");
    private static final Pattern WAITING = Pattern.compile("id=\"approval-(\\d+)\"");
    private static final Pattern MAY_GO = Pattern.compile("/(\\d+)/withdrawal\"");
    private static final int BETWEEN = 40;

    /** A yes that was answered: whose and about which wish. */
    record Vote(String voter, long request) {}

    private final Map<String, Clerk> clerks;
    private final AtomicInteger number = new AtomicInteger();
    private final AtomicLong acknowledged = new AtomicLong();
    /** Reasons of changes that were answered, each of which is used once. */
    private final ConcurrentLinkedQueue<String> changes = new ConcurrentLinkedQueue<>();

    private final ConcurrentLinkedQueue<String> files = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Vote> votes = new ConcurrentLinkedQueue<>();

    Acts(String url) {
        this.clerks = new TreeMap<>();
        List.of("agent", "lead", "manager", "executive", "admin")
                .forEach(name -> clerks.put(name, new Clerk(url, name)));
    }

    /** Everybody at work until the server is gone or it is enough. */
    final class Shift implements AutoCloseable {

        private final AtomicBoolean over = new AtomicBoolean();
        private final List<Thread> threads;
        private final Queue<String> stopped = new ConcurrentLinkedQueue<>();

        private Shift(Random dice) {
            long seed = dice.nextLong();
            threads = List.of(
                    at(() -> votes("lead", "goodwill", seed)),
                    at(() -> votes("executive", "goodwill", seed)),
                    at(() -> votes("manager", "setting", seed)),
                    at(() -> ownSetting(seed)),
                    at(() -> house(seed)));
        }

        private interface Work {
            void once() throws IOException, InterruptedException;
        }

        private Thread at(Work work) {
            return Thread.ofPlatform().start(() -> {
                try {
                    while (!over.get()) {
                        work.once();
                        Thread.sleep(BETWEEN);
                    }
                } catch (IOException gone) {
                    stopped.add(String.valueOf(gone)); // of interest only while the server should be there
                } catch (InterruptedException enough) {
                    Thread.currentThread().interrupt();
                }
            });
        }

        /** Waits for so much work; who stopped working says why. */
        void await(BooleanSupplier enough, Duration patience) throws InterruptedException {
            long end = System.nanoTime() + patience.toNanos();
            while (!enough.getAsBoolean()) {
                if (System.nanoTime() > end || threads.stream().noneMatch(Thread::isAlive)) {
                    throw new IllegalStateException("nobody acts any more: " + stopped);
                }
                Thread.sleep(20);
            }
        }

        @Override
        public void close() throws InterruptedException {
            over.set(true);
            for (Thread each : threads) {
                each.join();
            }
        }
    }

    Shift begin(Random dice) {
        return new Shift(dice);
    }

    private Clerk clerk(String name) {
        return Objects.requireNonNull(clerks.get(name));
    }

    /** Agrees to what waits, and refuses one goodwill in seven. */
    private void votes(String name, String kind, long seed) throws IOException, InterruptedException {
        Clerk clerk = clerk(name);
        String page = clerk.page("/console/approvals?show=waiting&kind=" + kind);
        for (String id : Clerk.all(WAITING, page)) {
            boolean no = kind.equals("goodwill") && (Long.parseLong(id) + seed) % 7 == 0;
            int status = clerk.post(
                    page,
                    "/console/approvals/" + id + (no ? "/refusal" : "/approval"),
                    no ? Map.of("why", "이번에는 드리지 않기로 했어요") : Map.of());
            if (status == 302) {
                acknowledged.incrementAndGet();
                if (!no) {
                    votes.add(new Vote(name, Long.parseLong(id)));
                }
            }
        }
    }

    /** A number of the mall from now on; every third one from a later day on, which is taken back. */
    private void ownSetting(long seed) throws IOException, InterruptedException {
        Clerk clerk = clerk("manager");
        int n = number.incrementAndGet();
        boolean later = n % 3 == 0;
        change(clerk, OWN_SETTING, 8 + Math.floorMod(n * 7 + seed, 50), later, false);
        if (later) {
            String page = clerk.page("/console/settings/" + OWN_SETTING);
            String id = Clerk.first(MAY_GO, page);
            if (!id.isEmpty()
                    && clerk.post(page, "/console/settings/" + OWN_SETTING + "/" + id + "/withdrawal", Map.of())
                            == 302) {
                acknowledged.incrementAndGet();
            }
        }
    }

    private void change(Clerk clerk, String key, long to, boolean later, boolean house)
            throws IOException, InterruptedException {
        String at = "/console/settings/" + key;
        String page = clerk.page(at + (house ? "?house=true" : ""));
        String reason = reason();
        int status = clerk.post(
                page,
                at,
                Map.of(
                        "number",
                        "" + to,
                        "day",
                        later
                                ? LocalDate.now(ZoneId.of("Asia/Seoul"))
                                        .plusDays(9)
                                        .toString()
                                : "",
                        "reason",
                        reason,
                        "house",
                        "" + house,
                        "seen",
                        Clerk.first(SEEN, page)));
        if (status == 302) {
            acknowledged.incrementAndGet();
            changes.add(reason);
        }
    }

    /** Three numbers of the house by a file, and one that another must agree to. */
    private void house(long seed) throws IOException, InterruptedException {
        Clerk clerk = clerk("admin");
        String page = clerk.page("/console/settings/file");
        int n = number.incrementAndGet();
        long to = 5 + Math.floorMod(n * 3 + seed, 15);
        String text = """
                %s = %d
                %s = %d
                %s = %d
                """.formatted(OF_FILE.getFirst(), to, OF_FILE.get(1), to + 1, OF_FILE.getLast(), to);
        String reason = reason();
        String look = clerk.send(page, "/console/settings/file/look", Map.of("text", text, "reason", reason));
        int status = clerk.post(
                page,
                "/console/settings/file",
                Map.of("text", text, "reason", reason, "seen", Clerk.first(SEEN, look)));
        if (status == 302) {
            acknowledged.incrementAndGet();
            files.add(reason);
        }
        change(clerk, RISKY_SETTING, 300 + Math.floorMod(n * 11 + seed, 200), false, true);
    }

    /** Letters alone, so that nothing in it is taken for a person's number. */
    private String reason() {
        StringBuilder word = new StringBuilder("시험 ");
        for (int left = number.incrementAndGet() + 1; left > 0; left /= 14) {
            word.append((char) ("가".charAt(0) + 588 * (left % 14)));
        }
        return word.toString();
    }

    long acknowledged() {
        return acknowledged.get();
    }

    /** Log-ins beside the first of each. */
    long lostLogins() {
        return clerks.values().stream()
                .mapToInt(each -> Math.max(0, each.logins() - 1))
                .sum();
    }

    List<String> changes() {
        return List.copyOf(changes);
    }

    List<String> files() {
        return List.copyOf(files);
    }

    List<Vote> votes() {
        return List.copyOf(votes);
    }

    /** The numbers as the server says they are now. */
    String numbers() throws IOException, InterruptedException {
        return clerk("admin").page("/console/settings/file/download");
    }

    @Override
    public void close() {
        clerks.values().forEach(Clerk::close);
    }
}

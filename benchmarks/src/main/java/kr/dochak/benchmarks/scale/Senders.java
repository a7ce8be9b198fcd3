package kr.dochak.benchmarks.scale;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Many connections that send scans, either as fast as they are answered or each request when its time has come. */
public final class Senders {

    private static final Pattern COUNT = Pattern.compile("\"(accepted|duplicates|parked)\":(\\d+)");

    /**
     * What came of it. Waiting counts: a request's time begins when it was due.
     *
     * @param slowest the longest of what was due in each second, in milliseconds
     */
    public record Sent(
            long requests, long accepted, long duplicates, long parked, double seconds, Millis millis, int[] slowest) {

        public double perSecond() {
            return requests / seconds;
        }
    }

    private final int port;
    private final String key;
    private final int connections;

    public Senders(int port, String key, int connections) {
        this.port = port;
        this.key = key;
        this.connections = connections;
    }

    /**
     * Sends for so long.
     *
     * @param perSecond requests that are due in a second; 0 for as many as are answered
     * @param body the n-th request's
     */
    public Sent send(double seconds, double perSecond, LongFunction<String> body) throws Exception {
        AtomicLong next = new AtomicLong();
        long begun = System.nanoTime();
        long end = begun + (long) (seconds * 1e9);
        try (ExecutorService pool = Executors.newFixedThreadPool(connections)) {
            List<Future<Part>> parts = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                parts.add(pool.submit(() -> part(next, begun, end, perSecond, body)));
            }
            List<Part> done = new ArrayList<>();
            for (Future<Part> part : parts) {
                done.add(part.get());
            }
            return sum(done, (System.nanoTime() - begun) / 1e9);
        }
    }

    private static final class Part {

        private final List<Double> millis = new ArrayList<>();
        private final int[] slowest;
        private long accepted;
        private long duplicates;
        private long parked;

        private Part(double seconds) {
            slowest = new int[(int) Math.ceil(seconds)];
        }

        private void took(double seconds, double each) {
            millis.add(each);
            int second = Math.clamp((int) seconds, 0, slowest.length - 1);
            slowest[second] = Math.max(slowest[second], (int) each);
        }
    }

    private Part part(AtomicLong next, long begun, long end, double perSecond, LongFunction<String> body)
            throws Exception {
        Part part = new Part((end - begun) / 1e9);
        try (Connection connection = new Connection(port, key)) {
            while (true) {
                long n = next.getAndIncrement();
                long due = perSecond == 0 ? System.nanoTime() : begun + (long) (n / perSecond * 1e9);
                if (due >= end) {
                    return part;
                }
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                count(part, connection.post("/api/v1/scans", body.apply(n)));
                part.took((due - begun) / 1e9, (System.nanoTime() - due) / 1e6);
            }
        }
    }

    private static void count(Part part, Connection.Answer answer) {
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.status() + " " + answer.body());
        }
        for (Matcher count = COUNT.matcher(answer.body()); count.find(); ) {
            long scans = Long.parseLong(count.group(2));
            switch (count.group(1)) {
                case "accepted" -> part.accepted += scans;
                case "duplicates" -> part.duplicates += scans;
                default -> part.parked += scans;
            }
        }
    }

    private static Sent sum(List<Part> parts, double seconds) {
        double[] millis = parts.stream()
                .flatMap(part -> part.millis.stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
        return new Sent(
                millis.length,
                parts.stream().mapToLong(part -> part.accepted).sum(),
                parts.stream().mapToLong(part -> part.duplicates).sum(),
                parts.stream().mapToLong(part -> part.parked).sum(),
                seconds,
                Millis.of(millis),
                slowest(parts));
    }

    private static int[] slowest(List<Part> parts) {
        int[] all = new int[parts.getFirst().slowest.length];
        for (Part part : parts) {
            Arrays.setAll(all, i -> Math.max(all[i], part.slowest[i]));
        }
        return all;
    }
}

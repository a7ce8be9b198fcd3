package kr.dochak.benchmarks.hostile;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;

/**
 * What strangers do, all of it at once: tracking links and log-ins as fast as they can, streams that stay open, uploads where
 * no file is taken, headers and bodies that drip, and keys that are guessed. Each kind has addresses of its own.
 */
final class Attack {

    private static final byte[] PIECE = new byte[64 * 1024];
    private static final double STREAMS_A_SECOND = 20;
    private static final double DRIPS_A_SECOND = 1;

    private final int port;
    private final Shop shop;
    private final long end;
    private final Crowd crowd;
    /** What became of each kind: how often which status, or that the line was cut. */
    private final Map<String, LongAdder> outcomes = new ConcurrentSkipListMap<>();

    Attack(int port, Shop shop, long end, Crowd crowd) {
        this.port = port;
        this.shop = shop;
        this.end = end;
        this.crowd = crowd;
    }

    private interface Deed {
        int on(Line line) throws IOException;
    }

    /**
     * Begins all of it.
     *
     * @param addresses of each kind
     * @param rate requests a second from each of the addresses that ask for pages, log in or guess keys
     */
    void begin(int addresses, double rate) {
        for (int i = 1; i <= addresses; i++) {
            int n = i;
            for (int lines = 0; lines < 4; lines++) {
                begin("links", "127.2.0." + i, rate / 4, line -> link(line));
            }
            begin("log-ins of customers", "127.3.0." + i, rate / 4, line -> customerLogin(line, n));
            begin("log-ins of staff", "127.4.0." + i, rate / 4, line -> staffLogin(line, n));
            begin("keys", "127.5.0." + i, rate, line -> key(line));
            begin("uploads", "127.6.0." + i, 4, line -> upload(line));
            String streams = "127.7.0." + i;
            crowd.begin(() -> opening(streams));
            for (int drips = 0; drips < 40; drips++) {
                String drip = "127.8.0." + i;
                boolean header = drips % 2 == 0;
                crowd.begin(() -> dripping(drip, header));
            }
        }
    }

    /** The same thing again and again, over one line as long as it holds. */
    private void begin(String kind, String from, double perSecond, Deed deed) {
        crowd.begin(() -> {
            Pacing pacing = new Pacing(perSecond, end);
            boolean goesOn = true;
            while (goesOn) {
                try (Line line = new Line(port, from)) {
                    for (goesOn = pacing.await() >= 0; goesOn; goesOn = pacing.await() >= 0) {
                        outcome(kind, "" + deed.on(line));
                    }
                } catch (Answered e) {
                    outcome(kind, String.valueOf(e.getMessage()));
                    goesOn = pacing.await() >= 0;
                } catch (IOException e) {
                    outcome(kind, "cut");
                    goesOn = pacing.await() >= 0;
                }
            }
        });
    }

    private void outcome(String kind, String what) {
        outcomes.computeIfAbsent(kind + " " + what, unused -> new LongAdder()).increment();
    }

    private int link(Line line) throws IOException {
        return line.get("/t/" + shop.token(ThreadLocalRandom.current().nextInt(shop.parcels())))
                .status();
    }

    private static int customerLogin(Line line, int n) throws IOException {
        return line.form(
                        "/login",
                        "contact=010-%04d-%04d&_csrf=x"
                                .formatted(
                                        1_000 + n, ThreadLocalRandom.current().nextInt(10_000)))
                .status();
    }

    private static int staffLogin(Line line, int n) throws IOException {
        String token = Visitors.token(line);
        return line.form(
                        "/console/login",
                        "email=a" + n + ThreadLocalRandom.current().nextInt() + "@x.kr&password=x&_csrf=" + token)
                .status();
    }

    private static int key(Line line) throws IOException {
        line.send(line.head(
                "GET",
                "/api/v1/orders",
                "Authorization: Bearer guess-" + ThreadLocalRandom.current().nextLong() + "\r\nConnection: close\r\n"));
        int status = line.status();
        throw new Answered(status);
    }

    /** An answer after which the line is not used again. */
    private static final class Answered extends IOException {

        Answered(int status) {
            super("" + status);
        }
    }

    /** 40 MB to a page that takes no file; what is refused goes on sending as long as somebody reads. */
    private static int upload(Line line) throws IOException {
        line.send(line.head(
                "POST",
                ThreadLocalRandom.current().nextBoolean() ? "/login" : "/console/imports",
                "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 40000000\r\n"));
        for (int sent = 0; sent < 40_000_000; sent += PIECE.length) {
            line.send(PIECE);
        }
        return line.status();
    }

    private void opening(String from) {
        Pacing pacing = new Pacing(STREAMS_A_SECOND, end);
        for (long due = pacing.await(); due >= 0; due = pacing.await()) {
            crowd.begin(() -> stream(from));
        }
    }

    /** Opens a stream and keeps it until the end. */
    private void stream(String from) {
        int parcel = ThreadLocalRandom.current().nextInt(50);
        try (Line line = new Line(port, from)) {
            line.send(line.head(
                    "GET",
                    "/live/orders/" + shop.order(parcel),
                    "Cookie: link=" + shop.token(parcel) + "\r\nAccept: text/event-stream\r\n"));
            int status = line.status();
            outcome("streams", "" + status);
            if (status == 200) {
                Pacing pacing = new Pacing(1, end);
                while (pacing.await() >= 0) {
                    Thread.onSpinWait();
                }
            }
        } catch (IOException e) {
            outcome("streams", "cut");
        }
    }

    private void dripping(String from, boolean header) {
        Pacing pacing = new Pacing(DRIPS_A_SECOND, end);
        boolean goesOn = true;
        while (goesOn) {
            try (Line line = new Line(port, from)) {
                String whole = line.head(
                        "POST",
                        "/login",
                        "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n");
                line.send(header ? whole.substring(0, whole.length() - 4) : whole);
                for (goesOn = pacing.await() >= 0; goesOn; goesOn = pacing.await() >= 0) {
                    line.send("a");
                }
            } catch (IOException e) {
                outcome(header ? "dripping headers" : "dripping bodies", "cut");
                goesOn = pacing.await() >= 0;
            }
        }
    }

    @Override
    public String toString() {
        return String.join(
                ", ",
                outcomes.entrySet().stream()
                        .map(each -> each.getKey()
                                + ": %,d".formatted(each.getValue().sum()))
                        .toList());
    }
}

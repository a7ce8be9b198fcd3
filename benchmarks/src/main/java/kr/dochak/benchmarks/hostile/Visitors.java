package kr.dochak.benchmarks.hostile;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.dochak.benchmarks.scale.Millis;

/** Honest people: customers who open their links and staff who log in, each from an address of their own. */
final class Visitors {

    static final String PASSWORD = "a long password of the benchmark 7";

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String[] STAFF = {"lead", "operator", "agent", "admin"};

    private final int port;
    private final Shop shop;
    private final Queue<Double> pages = new ConcurrentLinkedQueue<>();
    private final Queue<Double> logins = new ConcurrentLinkedQueue<>();
    /** Why who was not served was not: which answer to what, or that the line was cut. */
    private final Map<String, LongAdder> turnedAway = new ConcurrentSkipListMap<>();

    private final AtomicLong next = new AtomicLong();

    Visitors(int port, Shop shop) {
        this.port = port;
        this.shop = shop;
    }

    /** Opens pages and logs in at these rates, each in a thread of its own; comes back at the end. */
    void visit(double pagesASecond, double loginsASecond, long end, Crowd crowd) {
        crowd.begin(() -> each(new Pacing(pagesASecond, end), crowd, this::page));
        crowd.begin(() -> each(new Pacing(loginsASecond, end), crowd, this::login));
    }

    private interface Visit {
        void pay(long due) throws IOException;
    }

    /** Who is kept waiting keeps nobody else from coming. */
    private void each(Pacing pacing, Crowd crowd, Visit visit) {
        for (long due = pacing.await(); due >= 0; due = pacing.await()) {
            long now = due;
            crowd.begin(() -> {
                try {
                    visit.pay(now);
                } catch (IOException hungUp) {
                    turnAway("cut: " + hungUp.getMessage());
                }
            });
        }
    }

    private String address() {
        long n = next.getAndIncrement();
        return "127.1." + n / 250 % 250 + "." + (n % 250 + 1);
    }

    private void page(long due) throws IOException {
        try (Line line = new Line(port, address())) {
            Line.Answer answer = line.get("/t/" + shop.token((int) next.get()));
            count("page " + answer.status(), answer.status() == 200, due, pages);
        }
    }

    private void login(long due) throws IOException {
        try (Line line = new Line(port, address())) {
            String who = STAFF[(int) (next.get() % STAFF.length)] + "@dochak.example";
            Line.Answer answer = line.form(
                    "/console/login",
                    "email=" + encoded(who) + "&password=" + encoded(PASSWORD) + "&_csrf=" + encoded(token(line)));
            count(
                    "log-in " + answer.status() + " " + answer.location(),
                    answer.status() == 302 && !answer.location().contains("login"),
                    due,
                    logins);
        }
    }

    static String token(Line line) throws IOException {
        Matcher token = FORM_TOKEN.matcher(line.get("/console/login").body());
        return token.find() ? token.group(1) : "";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void count(String answer, boolean served, long due, Queue<Double> millis) {
        if (served) {
            millis.add((System.nanoTime() - due) / 1e6);
        } else {
            turnAway(answer);
        }
    }

    private void turnAway(String why) {
        turnedAway.computeIfAbsent(why, unused -> new LongAdder()).increment();
    }

    Millis pages() {
        return Millis.of(pages.stream().mapToDouble(Double::doubleValue).toArray());
    }

    Millis logins() {
        return Millis.of(logins.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Who was not served: refused, or hung up on. */
    long turnedAway() {
        return turnedAway.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** Why, and how often. */
    String reasons() {
        return turnedAway.isEmpty() ? "" : " " + turnedAway;
    }
}

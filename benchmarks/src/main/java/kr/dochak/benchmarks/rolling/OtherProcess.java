package kr.dochak.benchmarks.rolling;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kr.dochak.benchmarks.Check;
import kr.dochak.benchmarks.acts.Clerk;
import kr.dochak.benchmarks.server.ServerApi;
import tools.jackson.databind.json.JsonMapper;

/** What is done in one process takes effect in the other, within the time that docs/two-processes.md says. */
final class OtherProcess {

    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"(\\d+)\"");
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String SETTING = "care.messages-per-hour";
    private static final String FILE = "/console/settings/file/download";

    private final Pair pair;
    private final Parcels parcels;
    private int looks;

    OtherProcess(Pair pair, Parcels parcels) {
        this.pair = pair;
        this.parcels = parcels;
    }

    private interface Look {
        boolean sees() throws IOException, InterruptedException;
    }

    List<Check> checks() throws Exception {
        return List.of(setting(0, 1), setting(1, 0), right(), session(), word(0, 1), word(1, 0));
    }

    /** While one is of the version before. */
    List<Check> ofTwoVersions() throws Exception {
        return Stream.of(setting(0, 1), setting(1, 0), session(), word(0, 1), word(1, 0))
                .map(each -> new Check("of two versions: " + each.what(), each.holds(), each.found()))
                .toList();
    }

    private static Check within(String what, Look look) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        while (!look.sees()) {
            if (System.nanoTime() - begun > SOON.multipliedBy(6).toNanos()) {
                return new Check(what, false, "not at all");
            }
            Thread.sleep(20);
        }
        long millis = (System.nanoTime() - begun) / 1_000_000;
        return new Check(what, millis <= SOON.toMillis(), "%,d ms".formatted(millis));
    }

    private Check setting(int here, int there) throws IOException, InterruptedException {
        CookieManager cookies = new CookieManager();
        try (Clerk admin = new Clerk(pair.url(here), "admin", cookies);
                Clerk other = new Clerk(pair.url(there), "admin", cookies)) {
            String at = "/console/settings/" + SETTING;
            String page = admin.page(at);
            String number = "" + (31 + looks++);
            int status = admin.post(
                    page,
                    at,
                    Map.of("number", number, "day", "", "reason", "다른 쪽에서도", "seen", first(page), "house", "true"));
            if (status != 302) {
                throw new IllegalStateException("the setting is not changed: " + status);
            }
            return within(
                    "a setting changed in process %d counts in process %d".formatted(here + 1, there + 1),
                    () -> other.page(FILE).contains(SETTING + " = " + number + "\n"));
        }
    }

    private static String first(String page) {
        return SEEN.matcher(page)
                .results()
                .findFirst()
                .map(each -> each.group(1))
                .orElse("0");
    }

    /** Straight into the table, as if a third process had done it. */
    private Check right() throws IOException, InterruptedException, SQLException {
        CookieManager cookies = new CookieManager();
        try (Clerk one = new Clerk(pair.url(0), "legal", cookies);
                Clerk other = new Clerk(pair.url(1), "legal", cookies);
                Connection connection = DriverManager.getConnection(pair.databaseUrl());
                Statement statement = connection.createStatement()) {
            one.page("/console/approvals");
            other.page("/console/approvals");
            statement.execute("update identity.role set rights = '{ORDERS_SEE}' where shipped = 'LEGAL'");
            return within(
                    "a right taken from a role is gone in both",
                    () -> one.status("/console/approvals") == 403 && other.status("/console/approvals") == 403);
        }
    }

    private Check session() throws IOException, InterruptedException {
        CookieManager cookies = new CookieManager();
        CookieManager copy = new CookieManager();
        try (Clerk one = new Clerk(pair.url(0), "quality", cookies);
                Clerk other = new Clerk(pair.url(1), "quality", copy)) {
            String page = one.page("/console/orders");
            cookies.getCookieStore()
                    .getCookies()
                    .forEach(each -> copy.getCookieStore().add(URI.create(pair.url(1)), each));
            int status = other.status("/console/orders");
            if (status != 200) {
                return new Check("a log-in of one process is one in the other", false, "" + status);
            }
            one.post(page, "/console/logout", Map.of());
            return within("a session ended in one is over in the other", () -> other.status("/console/orders") == 302);
        }
    }

    private Check word(int here, int there) throws Exception {
        try (Clerk reader = new Clerk(pair.url(there), "lead");
                ServerApi api = new ServerApi(pair.url(here), Pair.ADMIN)) {
            reader.page("/console/orders");
            HttpResponse<Stream<String>> answer = reader.lines("/console/live?topic=" + parcels.topic(90 + here));
            CompletableFuture<Boolean> heard =
                    CompletableFuture.supplyAsync(() -> answer.body().anyMatch(line -> line.startsWith("event:")));
            long begun = System.nanoTime();
            api.post(
                    "/api/v1/scans",
                    Pair.CARRIER,
                    JsonMapper.builder().build().readTree(parcels.scan(90 + here, 6_000 + looks++)));
            String what = "a page open in process %d hears of a scan of process %d".formatted(there + 1, here + 1);
            try {
                heard.get(SOON.toSeconds(), TimeUnit.SECONDS);
                return new Check(
                        what, answer.statusCode() == 200, "%,d ms".formatted((System.nanoTime() - begun) / 1_000_000));
            } catch (TimeoutException | ExecutionException no) {
                return new Check(what, false, String.valueOf(no));
            }
        }
    }
}

package kr.dochak.simulator.people;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kr.dochak.simulator.korea.Dice;
import kr.dochak.simulator.vendors.Message;

/** Customers who open the link in a message; a few of them write. */
public final class Visitors {

    private static final Pattern LINK = Pattern.compile("/t/[\\w.~-]+");
    private static final double OPENS = 0.35;
    private static final double WRITES = 0.08;
    private static final List<String> WORDS = List.of(
            "언제 도착하나요?", "오늘 꼭 받아야 하는데 가능할까요?", "배송이 왜 이렇게 늦어요?", "문 앞에 두고 가 주세요.", "주소를 잘못 적은 것 같아요. 바꿀 수 있나요?");

    private final String base;
    private final long seed;
    private final BiConsumer<Duration, Runnable> later;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger written = new AtomicInteger();

    public Visitors(String base, long seed, BiConsumer<Duration, Runnable> later) {
        this.base = base.replaceAll("/+$", "");
        this.seed = seed;
        this.later = later;
    }

    /** Whoever gets a link for the first time may look at it within the hour. */
    public void receive(Message message) {
        Matcher link = LINK.matcher(message.text());
        if (!link.find() || !seen.add(link.group())) {
            return;
        }
        Dice dice = Dice.of(seed, message.to(), seen.size());
        if (dice.chance(OPENS)) {
            String path = link.group();
            boolean writes = dice.chance(WRITES);
            String words = dice.pick(WORDS);
            Duration pause = Duration.ofSeconds(dice.between(40, 3_600));
            later.accept(pause, () -> Thread.ofVirtual().start(() -> visit(path, writes, words)));
        }
    }

    public Map<String, Object> json() {
        return Map.of("opened", opened.get(), "written", written.get());
    }

    private void visit(String path, boolean writes, String words) {
        try (HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            HttpResponse<String> page = browser.send(request(path).GET().build(), BodyHandlers.ofString());
            if (page.statusCode() == 200) {
                opened.incrementAndGet();
                if (writes) {
                    write(browser, path, page.body(), words);
                }
            }
        } catch (IOException away) {
            seen.remove(path);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(HttpClient browser, String path, String page, String words)
            throws IOException, InterruptedException {
        var form = Form.asking(page, "message");
        if (form.isEmpty()) {
            return;
        }
        String body = form.get().with("message", words).entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest post = request(form.get().actionOr(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
        if (browser.send(post, BodyHandlers.discarding()).statusCode() < 400) {
            written.incrementAndGet();
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base).resolve(path)).timeout(Duration.ofSeconds(10));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

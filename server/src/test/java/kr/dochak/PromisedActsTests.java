package kr.dochak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kr.dochak.messaging.ChannelName;
import kr.dochak.messaging.texts.MessageTemplates;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * MSG-9: no sentence to a customer without a thing behind it. Texts that promise an act are found by their verbs; each stands in
 * {@code promised-acts.txt} with the class that keeps it. What nothing here can keep is not said at all.
 */
@ProductTest
class PromisedActsTests {

    /** Korean says an act that is to come, or that goes on for the reader, by these. */
    private static final Pattern ACT = Pattern.compile("알려 ?드|알렸어요|전화 ?드|드릴게요|할게요|보내 ?드려|답해 ?드|전할게|볼게요|지워요|함께 정해"
            + "|물어보고 있|전하고 있|전해지면|다시 와요|다시 방문|곧 여기에 보여|바로 보여요|정하고 있|확인하고 있");

    /** Acts that nothing in the product does: money back by a date, interest, photos, points that can be spent. */
    private static final Pattern NOBODY_KEEPS =
            Pattern.compile("지연 이자|결제사에|사진을? .{0,12}올려|쓸 수 있는 포인트|영업일 ?3일|모두 환불해|전액을 환불"
                    + "|결제한 방법으로 돌려|다시 보내 ?드리|답을 주시면 그날|그대로 다시 방문|가져다 ?드려|택배사의 답을 받아|기사님께 전해");

    private static final List<String> WORDS_OF_CUSTOMERS = List.of("portal", "identity");

    @Autowired
    MessageTemplates templates;

    @Autowired
    JdbcClient jdbc;

    private record Kept(String where, String text, String by, String how) {}

    @Test
    void MSG_9_each_promised_act_is_listed_with_what_keeps_it() throws IOException {
        Map<String, String> promising = new TreeMap<>(texts());
        promising.values().removeIf(text -> !ACT.matcher(text).find());

        Set<String> listed =
                kept().stream().map(kept -> kept.where() + " " + kept.text()).collect(Collectors.toSet());
        assertThat(new TreeSet<>(listed)).containsExactlyInAnyOrderElementsOf(promising.keySet());
    }

    @Test
    void MSG_9_what_keeps_it_is_there() throws IOException {
        assertThat(kept()).allSatisfy(kept -> {
            assertThatCode(() -> Class.forName("kr.dochak." + kept.by()))
                    .as(kept.text())
                    .doesNotThrowAnyException();
            assertThat(kept.how()).isNotBlank();
        });
    }

    @Test
    void MSG_9_nothing_is_said_that_nobody_keeps() throws IOException {
        assertThat(texts())
                .allSatisfy(
                        (where, text) -> assertThat(NOBODY_KEEPS.matcher(text).find())
                                .as(where + ": " + text)
                                .isFalse());
    }

    @Test
    void MSG_9_both_languages_name_no_act_that_nobody_keeps() throws IOException {
        Pattern nobody = Pattern.compile(
                "(?i)interest|within 24 hours|refund all of it|refunded the way|you can spend|send a photo");
        assertThat(words("_en"))
                .allSatisfy((where, text) -> assertThat(nobody.matcher(text).find())
                        .as(where + ": " + text)
                        .isFalse());
    }

    private Map<String, String> texts() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>(words(""));
        templates.inUse().stream()
                .filter(text -> text.language().equals("ko") && text.channel() == ChannelName.INBOX)
                .forEach(text -> texts.put("message " + text.wording(), text.title() + "\n" + text.body()));
        jdbc.sql(
                        "select title, empathy, responsibility, next_step from care.reply_template where active and tenant_id = 0")
                .query(row -> {
                    texts.merge(
                            "reply " + row.getString(1),
                            row.getString(2) + " " + row.getString(3) + " " + row.getString(4),
                            (first, second) -> first + " " + second);
                });
        return texts;
    }

    private static Map<String, String> words(String language) throws IOException {
        Map<String, String> words = new LinkedHashMap<>();
        for (String module : WORDS_OF_CUSTOMERS) {
            var file = new PathMatchingResourcePatternResolver()
                    .getResource("classpath:words/" + module + language + ".properties");
            Properties read = new Properties();
            try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                read.load(reader);
            }
            read.stringPropertyNames().forEach(key -> words.put("words " + key, read.getProperty(key)));
        }
        return words;
    }

    private static List<Kept> kept() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(PromisedActsTests.class.getResourceAsStream("/promised-acts.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\|"))
                    .map(cells -> new Kept(cells[0].strip(), cells[1].strip(), cells[2].strip(), cells[3].strip()))
                    .toList();
        }
    }
}

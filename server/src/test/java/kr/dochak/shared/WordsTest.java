package kr.dochak.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Whatever can be said in Korean can be said in English, and the other way round. */
class WordsTest {

    private static final Pattern PROBLEM_KEY = Pattern.compile("\"([a-z]+\\.problem\\.[a-z][a-z0-9-]*)\"");
    /** A text of our own where a key of words belongs. */
    private static final Pattern ONE_LANGUAGE = Pattern.compile(
            "((?:Problem\\.[a-zA-Z]+|new FieldError|Sentence\\.of)\\([^;]*?\"[^\";]*[\\x{AC00}-\\x{D7A3}][^;]*;)");

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:words/*_en.properties")) {
            String english = "words/" + file.getFilename();
            assertThat(read(english).keySet())
                    .as(english)
                    .isEqualTo(read(english.replace("_en.", ".")).keySet());
        }
    }

    /** The later of two would win without a word, and whoever shows the earlier one says something else. */
    @Test
    void a_key_stands_once() throws IOException {
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:words/*.properties")) {
            List<String> keys = file.getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && line.indexOf('=') > 0)
                    .map(line -> line.substring(0, line.indexOf('=')))
                    .toList();
            assertThat(keys).as("%s", file.getFilename()).doesNotHaveDuplicates();
        }
    }

    @Test
    void argumentsAreFilledIn() {
        var words = new Words(Language.messageSource(), Locale.KOREAN);
        assertThat(words.word("shared.errors.title", 2)).isEqualTo("아래 2곳을 고치면 저장할 수 있어요");
        assertThat(new Words(Language.messageSource(), Locale.ENGLISH).word("shared.pager.next"))
                .isEqualTo("Next");
    }

    @Test
    void a_refusal_says_only_what_has_words_and_no_words_are_idle() throws IOException {
        Set<String> known = new TreeSet<>();
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:words/*_en.properties")) {
            known.addAll(read("words/" + file.getFilename()).stringPropertyNames());
        }
        known.removeIf(key -> !key.contains(".problem.") || key.matches("shared\\.problem\\.\\d+"));
        assertThat(said(PROBLEM_KEY)).isEqualTo(known);
    }

    @Test
    void no_refusal_is_written_in_one_language_only() throws IOException {
        assertThat(said(ONE_LANGUAGE)).isEmpty();
    }

    @Test
    void a_sentence_may_stand_in_another() {
        Sentence inner = Sentence.of("shared.problem.too-long", 1_000);
        Sentence outer = Sentence.of("sheets.problem.cell", "받는 분", inner);
        assertThat(outer.in(new Words(Language.messageSource(), Locale.KOREAN)))
                .isEqualTo("‘받는 분’ 칸: 1,000자까지 쓸 수 있어요.");
        assertThat(outer.in(new Words(Language.messageSource(), Locale.ENGLISH)))
                .isEqualTo("Column ‘받는 분’: Up to 1,000 characters.");
    }

    private static Set<String> said(Pattern what) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                what.matcher(Files.readString(file)).results().forEach(hit -> found.add(hit.group(1)));
            }
        }
        return found;
    }

    private static Properties read(String name) throws IOException {
        var words = new Properties();
        try (var reader = new InputStreamReader(new ClassPathResource(name).getInputStream(), StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }
}

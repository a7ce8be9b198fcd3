package kr.dochak.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Whatever can be said in Korean can be said in English, and the other way round. */
class WordsTest {

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:words/*_en.properties")) {
            String english = "words/" + file.getFilename();
            assertThat(read(english).keySet())
                    .as(english)
                    .isEqualTo(read(english.replace("_en.", ".")).keySet());
        }
    }

    @Test
    void argumentsAreFilledIn() {
        var words = new Words(Language.messageSource(), Locale.KOREAN);
        assertThat(words.word("shared.errors.title", 2)).isEqualTo("아래 2곳을 고치면 저장할 수 있어요");
        assertThat(new Words(Language.messageSource(), Locale.ENGLISH).word("shared.pager.next"))
                .isEqualTo("Next");
    }

    private static Properties read(String name) throws IOException {
        var words = new Properties();
        try (var reader = new InputStreamReader(new ClassPathResource(name).getInputStream(), StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }
}

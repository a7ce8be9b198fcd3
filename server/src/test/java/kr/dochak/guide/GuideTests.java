package kr.dochak.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.dochak.ProductTest;
import kr.dochak.pages.NavEntry;
import kr.dochak.pages.NavEntry.Surface;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/** The guide of each job: complete in both languages, short, and with pictures that are there. */
@ProductTest
class GuideTests {

    private static final Path GUIDE = Path.of("../docs/guide");
    private static final int MOST_LINES = 120;
    private static final long MOST_BYTES = 120_000;
    private static final Pattern PICTURE = Pattern.compile("\\.\\./pictures/([a-z.-]+\\.png)");

    @Autowired
    ObjectProvider<NavEntry> rail;

    @ParameterizedTest
    @ValueSource(strings = {"ko", "en"})
    void every_page_of_the_rail_has_its_guide_line(String language) {
        String guide = pages(language).stream().map(GuideTests::text).collect(Collectors.joining("\n"));
        assertThat(rail.stream()
                        .filter(entry -> entry.surface() == Surface.CONSOLE)
                        .map(NavEntry::href)
                        .filter(href -> !guide.contains("`" + href + "`")))
                .as("no guide in " + language + " names these")
                .isEmpty();
    }

    @Test
    void every_job_has_a_page_in_both_languages() {
        assertThat(names("ko")).isEqualTo(names("en")).hasSizeGreaterThanOrEqualTo(10);
        String index = text(GUIDE.resolve("README.md"));
        assertThat(names("ko")).allSatisfy(name -> assertThat(index).contains("ko/" + name, "en/" + name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ko", "en"})
    void a_page_is_short_and_its_pictures_are_small(String language) throws IOException {
        for (Path page : pages(language)) {
            assertThat(text(page).lines()).as("%s", page).hasSizeLessThanOrEqualTo(MOST_LINES);
            List<String> pictures = PICTURE.matcher(text(page))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            for (String picture : pictures) {
                assertThat(picture).as("%s", page).endsWith("." + language + ".png");
                assertThat(Files.size(GUIDE.resolve("pictures").resolve(picture)))
                        .as(picture)
                        .isLessThanOrEqualTo(MOST_BYTES);
            }
        }
    }

    private static Set<String> names(String language) {
        return pages(language).stream()
                .map(page -> page.getFileName().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> pages(String language) {
        try (Stream<Path> pages = Files.list(GUIDE.resolve(language))) {
            return pages.sorted().toList();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}

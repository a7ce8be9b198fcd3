package kr.dochak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** How large a room, a file, a method and a bean may get. An exception is one line here, with its reason. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SizesTests {

    private static final Path JAVA = Path.of("src/main/java");
    private static final int FILES_OF_A_PACKAGE = 30;
    private static final int LINES_OF_A_FILE = 300;
    private static final int LINES_OF_A_METHOD = 40;
    private static final int LINES_OF_A_METHOD_THAT_BINDS_SQL = 60;
    private static final int COLLABORATORS = 7;
    private static final int COLUMNS = 160;
    private static final int SENTENCES = 2;
    private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("\\n\\s*\\*\\s*@(param|return|throws)");
    private static final Pattern INLINE = Pattern.compile("\\{@\\w+ [^}]*}");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?](?=\\s+[A-Z]|\\s*$)");
    private static final int COLUMNS_OF_A_DOCUMENT = 200;
    private static final Set<String> BEANS =
            Set.of("Component", "Service", "Repository", "Controller", "RestController", "ControllerAdvice");

    @Test
    void a_package_has_thirty_files_at_most() {
        Map<Path, Long> rooms = files(JAVA, ".java")
                .filter(file -> !file.endsWith("package-info.java"))
                .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
        rooms.values().removeIf(files -> files <= FILES_OF_A_PACKAGE);
        assertThat(rooms).isEmpty();
    }

    @Test
    void a_file_has_three_hundred_lines_at_most() {
        assertThat(files(JAVA, ".java")
                        .filter(file -> lines(file).size() > LINES_OF_A_FILE)
                        .toList())
                .isEmpty();
    }

    @Test
    void a_method_has_forty_lines_at_most_and_sixty_with_its_sql() {
        assertThat(SourceTree.methods(JAVA).stream()
                        .filter(method -> method.lines()
                                > (method.bindsSql() ? LINES_OF_A_METHOD_THAT_BINDS_SQL : LINES_OF_A_METHOD))
                        .map(method -> method.place() + " " + method.lines())
                        .toList())
                .isEmpty();
    }

    @Test
    void a_bean_has_seven_collaborators_at_most() {
        assertThat(SourceTree.methods(JAVA).stream()
                        .filter(SourceTree.Method::constructor)
                        .filter(method -> method.marks().stream().anyMatch(BEANS::contains))
                        .filter(method -> method.parameters() > COLLABORATORS)
                        .map(method -> method.place() + " " + method.parameters())
                        .toList())
                .isEmpty();
    }

    @Test
    void templates_and_style_sheets_can_be_read_without_scrolling_aside() {
        assertThat(Stream.concat(
                                files(Path.of("src/main/jte"), ".jte"),
                                files(Path.of("src/main/resources/static/css"), ".css"))
                        .flatMap(file -> lines(file).stream()
                                .filter(line -> line.length() > COLUMNS)
                                .map(line -> file + ": " + line.strip()))
                        .toList())
                .isEmpty();
    }

    @Test
    void documents_can_be_read_without_scrolling_aside() {
        assertThat(Stream.of(
                                "../docs",
                                "../README.md",
                                "../ARCHITECTURE.md",
                                "../BENCHMARKS.md",
                                "../STYLE.md",
                                "../GLOSSARY.md")
                        .flatMap(place -> files(Path.of(place), ".md"))
                        .flatMap(file -> lines(file).stream()
                                .filter(line -> line.length() > COLUMNS_OF_A_DOCUMENT
                                        && !line.startsWith("|") // a row of a table cannot be broken
                                        && !line.startsWith("    "))
                                .map(line -> file + ": " + line.strip()))
                        .toList())
                .isEmpty();
    }

    /** Each paragraph; what a parameter means has its own line. */
    @Test
    void a_comment_has_two_sentences_at_most() {
        assertThat(files(JAVA, ".java").flatMap(SizesTests::longComments).toList())
                .isEmpty();
    }

    private static Stream<String> longComments(Path file) {
        return COMMENT.matcher(String.join("\n", lines(file)))
                .results()
                .flatMap(comment -> Stream.of(TAG.split(comment.group(1), 2)[0].split("<p>")))
                .map(paragraph ->
                        INLINE.matcher(paragraph.replaceAll("\n\\s*\\*", " ")).replaceAll("X"))
                .filter(paragraph ->
                        SENTENCE_END.matcher(paragraph.strip()).results().count() > SENTENCES)
                .map(paragraph -> file + ": " + paragraph.strip());
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package kr.dochak;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** The habits of the house that neither the compiler nor Modulith sees. Fast and blunt. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TidyTests {

    private static final Path MAIN = Path.of("src/main");
    private static final Path JAVA = MAIN.resolve("java/kr/dochak");
    private static final Path TEMPLATES = MAIN.resolve("jte");
    private static final Pattern TIME = Pattern.compile(
            "\\b(Instant|LocalDate|LocalDateTime|ZonedDateTime|OffsetDateTime)\\.now\\(|System\\.currentTimeMillis");
    private static final Pattern STREAMED_QUERY = Pattern.compile(
            "\\.query\\((?:[^()]|\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\))*\\)\\s*\\.stream\\(\\)");

    private static final Pattern VIEW = Pattern.compile("\"[a-z]+/[a-z/-]+\"");

    /** Statements that are put together, each with the reason. */
    private static final Set<String> ASSEMBLED = Set.of(
            "Rights.java: sql(statement)", // nor can a right and the name of a table
            "ScanRepository.java: prepareStatement(sql)"); // its text block is named first

    @Test
    void every_module_declares_what_it_may_know() {
        for (String module : modules()) {
            assertThat(text(JAVA.resolve(module).resolve("package-info.java")))
                    .as(module)
                    .contains("allowedDependencies", "@NullMarked");
        }
    }

    @Test
    void no_module_names_the_schema_of_another_in_its_sql() {
        List<String> strangers = new ArrayList<>();
        for (String module : modules()) {
            Set<String> others = new TreeSet<>(modules());
            others.remove(module);
            others.removeIf(other -> module.equals("time") && other.equals("shared")); // where its one table always was
            Pattern foreign = Pattern.compile("(?i)\\b(from|join|into|update|table|copy|references|on)\\s+("
                    + String.join("|", others) + ")\\.[a-z_]+\\b(?!\\()");
            sqlOf(module).forEach(file -> find(file, foreign, strangers));
        }
        assertThat(strangers).isEmpty();
    }

    @Test
    void time_comes_from_the_worlds_clock() {
        List<String> found = new ArrayList<>();
        files(JAVA, ".java").forEach(file -> find(file, TIME, found));
        assertThat(found).isEmpty();
    }

    @Test
    void a_query_gives_its_connection_back() {
        List<String> found = new ArrayList<>();
        files(JAVA, ".java")
                .filter(file -> !file.endsWith("LedgerRepository.java"))
                .forEach(file -> find(file, STREAMED_QUERY, found));
        assertThat(found).isEmpty();
    }

    @Test
    void beans_come_in_through_the_constructor() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("kr.dochak");
        ArchRuleDefinition.noFields().should().beAnnotatedWith(Autowired.class).check(classes);
        ArchRuleDefinition.noFields().should().beAnnotatedWith(Value.class).check(classes);
        ArchRuleDefinition.noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage("kr.dochak..")
                .should()
                .beAnnotatedWith(Autowired.class)
                .check(classes);
    }

    @Test
    void every_template_lies_in_its_modules_folder() throws IOException {
        try (Stream<Path> folders = Files.list(TEMPLATES)) {
            assertThat(folders.filter(Files::isDirectory)
                            .map(p -> p.getFileName().toString()))
                    .isSubsetOf(modules());
        }
        for (String module : modules()) {
            List<String> found = new ArrayList<>();
            files(JAVA.resolve(module), ".java")
                    .filter(file -> text(file).contains("@Controller\n"))
                    .forEach(file -> find(file, VIEW, found));
            found.removeIf(view -> view.contains("\"" + module + "/") || view.contains("\"pages/"));
            found.removeIf(view -> !isTemplate(view));
            assertThat(found).isEmpty();
        }
    }

    @Test
    void a_statement_is_written_whole() {
        assertThat(SourceTree.assembledStatements(JAVA))
                .filteredOn(place -> ASSEMBLED.stream().noneMatch(place::startsWith))
                .isEmpty();
    }

    @Test
    void a_document_has_one_title() {
        files(Path.of(".."), ".md")
                .filter(file -> !file.toString().contains("target"))
                .forEach(file -> assertThat(text(file).lines().filter(line -> line.startsWith("# ")))
                        .as(file.toString())
                        .hasSize(1));
    }

    @Test
    void every_module_is_on_the_map() {
        String map = text(Path.of("../ARCHITECTURE.md"));
        assertThat(modules()).allSatisfy(module -> assertThat(map).contains(module));
    }

    private static boolean isTemplate(String view) {
        String name = view.substring(view.indexOf('"') + 1, view.lastIndexOf('"'));
        return Files.exists(TEMPLATES.resolve(name + ".jte"));
    }

    private static Set<String> modules() {
        try (Stream<Path> folders = Files.list(JAVA)) {
            return folders.filter(Files::isDirectory)
                    .map(p -> p.getFileName().toString())
                    .collect(TreeSet::new, Set::add, Set::addAll);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> sqlOf(String module) {
        return Stream.concat(
                files(JAVA.resolve(module), ".java"),
                files(MAIN.resolve("resources/db/migration").resolve(module), ".sql"));
    }

    private static Stream<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void find(Path file, Pattern pattern, List<String> found) {
        Matcher matcher = pattern.matcher(text(file));
        while (matcher.find()) {
            found.add(file.getFileName() + ": " + matcher.group());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

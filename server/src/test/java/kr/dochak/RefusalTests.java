package kr.dochak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Inside a module an expected no is a value; only its edge makes a {@code Problem} of it. */
class RefusalTests {

    private static final Pattern MADE = Pattern.compile("\\bProblem\\.[a-z]\\w*\\(");
    private static final Pattern EDGE = Pattern.compile(".*(Controller|Page|Rules|Refusals|Errors|Cursor)\\.java");

    /** Edges by other names: filters, and what several controllers or pages share. */
    private static final Set<String> BY_OTHER_NAMES = Set.of(
            "pages/NoPages.java",
            "live/LiveStreams.java",
            "web/KnownHosts.java",
            "limits/PossibleBodies.java",
            "limits/PossibleText.java",
            "tracking/intake/ScanTaking.java",
            "portal/OwnOrders.java",
            "portal/order/OrderStories.java",
            "console/orders/Traces.java",
            "console/cases/CaseViews.java",
            "console/account/AccountViews.java");

    @Test
    void a_problem_is_made_at_the_edge_of_its_module() throws IOException {
        Path java = Path.of("src/main/java/kr/dochak");
        Set<String> inside = new TreeSet<>();
        try (Stream<Path> files = Files.walk(java)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                String name = java.relativize(file).toString();
                if (!name.equals("shared/Problem.java")
                        && !EDGE.matcher(name).matches()
                        && !BY_OTHER_NAMES.contains(name)
                        && MADE.matcher(Files.readString(file)).find()) {
                    inside.add(name);
                }
            }
        }
        assertThat(inside).isEmpty();
    }

    @Test
    void nobody_catches_a_problem_but_the_filter_that_writes_it() throws IOException {
        Set<String> catching = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                if (Files.readString(file).contains("catch (Problem ")) {
                    catching.add(String.valueOf(file.getFileName()));
                }
            }
        }
        assertThat(catching).containsExactly("ScanShortcut.java");
    }
}

package kr.dochak;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

/** Names say what a thing is. An exception is one line here, with its reason. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NamesTests {

    private static final Pattern SAYS_NOTHING = Pattern.compile(".*(Manager|Utils?|Helper|Impl)");

    /** Verbs of telling and hearing that were once names of records; a reader cannot know what they hold. */
    private static final Set<String> PRIVATE_DIALECT = Set.of(
            "Asked",
            "Heard",
            "Kept",
            "Known",
            "News",
            "Recalled",
            "Said",
            "Saying",
            "Seen",
            "Told",
            "Unheard",
            "Unseen");

    /** The same verbs as names of fields and methods. */
    private static final Set<String> DIALECT_OF_MEMBERS =
            Set.of("told", "said", "say", "says", "heard", "hear", "news", "toldAt", "areTold", "isNews", "isHeard");

    private static final Set<String> WRITTEN_OUTSIDE = Set.of(
            "kr.dochak.promise.PromiseFact$Changed", // stored facts have this name in their JSON
            "kr.dochak.webhooks.EventData$WindowChanged"); // docs/webhooks.md

    private static final Set<String> BY_OTHER_NAMES = Set.of(
            "Assets", // templates ask the same class for the address of a file
            "SweettrackerHook", // these two aggregators call their interface a hook, and so do our documents
            "TrackerDeliveryHook");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("kr.dochak");

    @Test
    void no_name_says_nothing() {
        assertThat(named(type -> SAYS_NOTHING.matcher(type.getSimpleName()).matches()))
                .isEmpty();
    }

    @Test
    void no_type_is_named_in_a_private_dialect() {
        assertThat(named(type -> PRIVATE_DIALECT.contains(type.getSimpleName())))
                .isEmpty();
    }

    @Test
    void no_member_is_named_in_a_private_dialect() {
        assertThat(CLASSES.stream()
                        .filter(type -> !WRITTEN_OUTSIDE.contains(type.getName()))
                        .flatMap(type -> type.getMembers().stream())
                        .filter(member -> DIALECT_OF_MEMBERS.contains(member.getName()))
                        .map(member -> member.getFullName()))
                .isEmpty();
    }

    @Test
    void what_answers_with_pages_is_a_page() {
        assertThat(named(type -> type.isAnnotatedWith(Controller.class)
                        && !type.getSimpleName().endsWith("Page")))
                .isEmpty();
    }

    @Test
    void what_answers_with_data_is_a_controller() {
        assertThat(named(type -> type.isAnnotatedWith(RestController.class)
                        && !type.getSimpleName().endsWith("Controller")
                        && !BY_OTHER_NAMES.contains(type.getSimpleName())))
                .isEmpty();
    }

    private static List<String> named(Predicate<JavaClass> wrongly) {
        return CLASSES.stream().filter(wrongly).map(JavaClass::getName).sorted().toList();
    }
}

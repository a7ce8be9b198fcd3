package kr.dochak;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.NamedInterface;
import org.springframework.modulith.core.ApplicationModules;

/** The house: every arrow between modules is a declared one, and every declared one is used. */
class ModularityTests {

    private static final String HOUSE = "kr.dochak";
    private static final Pattern IMPORT = Pattern.compile("(?m)^@import (?:static )?(kr\\.dochak(?:\\.[a-z]+)+)\\.");

    @Test
    void modules_know_only_what_they_declare() {
        ApplicationModules.of(Application.class).verify();
    }

    @Test
    void modules_declare_only_what_they_know() throws IOException {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(HOUSE);
        List<String> unused = new ArrayList<>();
        for (JavaPackage module : classes.getPackage(HOUSE).getSubpackages()) {
            Set<String> known = known(module, classes);
            Arrays.stream(module.getAnnotationOfType(ApplicationModule.class).allowedDependencies())
                    .filter(declared -> !known.contains(declared))
                    .forEach(declared -> unused.add(module.getRelativeName() + " → " + declared));
        }
        assertThat(unused).isEmpty();
    }

    /** What the classes and the templates of a module depend on, as it would be declared. */
    private static Set<String> known(JavaPackage module, JavaClasses classes) throws IOException {
        Set<String> known = module.getClassesInPackageTree().stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(target -> target.getPackageName().startsWith(HOUSE + "."))
                .map(JavaClass::getPackageName)
                .map(name -> declared(classes.getPackage(name)))
                .collect(Collectors.toCollection(TreeSet::new));
        Path templates = Path.of("src/main/jte", module.getRelativeName());
        if (Files.isDirectory(templates)) {
            try (Stream<Path> files = Files.list(templates)) {
                for (Path file : files.toList()) {
                    IMPORT.matcher(Files.readString(file))
                            .results()
                            .map(found -> declared(classes.getPackage(found.group(1))))
                            .forEach(known::add);
                }
            }
        }
        return known;
    }

    private static String declared(JavaPackage room) {
        String module = room.getName().substring(HOUSE.length() + 1).split("\\.")[0];
        return room.tryGetAnnotationOfType(NamedInterface.class)
                .map(door -> module + " :: " + door.value()[0])
                .orElse(module);
    }
}

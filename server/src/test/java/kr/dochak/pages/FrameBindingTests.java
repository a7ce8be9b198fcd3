package kr.dochak.pages;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;

/** A page's frame has a title and a place, which stand where the page is made. */
class FrameBindingTests {

    private static final ArchCondition<JavaMethod> BE_FRAMED = new ArchCondition<>("be @Framed, or their class") {
        @Override
        public void check(JavaMethod method, ConditionEvents events) {
            boolean framed = method.isAnnotatedWith(Framed.class)
                    || method.getOwner().isAnnotatedWith(Framed.class)
                    || method.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Frame.class));
            events.add(new SimpleConditionEvent(method, framed, method.getDescription()));
        }
    };

    @Test
    void every_page_that_takes_a_frame_says_which() {
        ArchRuleDefinition.methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Controller.class)
                .and()
                .arePackagePrivate()
                .should(BE_FRAMED)
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("kr.dochak"));
    }
}

package kr.dochak.approvals;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import kr.dochak.compensation.Policies;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.erasure.Erasures;
import kr.dochak.identity.roles.Roles;
import kr.dochak.messaging.texts.MessageTemplates;
import kr.dochak.settings.SettingChange.Person;
import kr.dochak.settings.SettingDesk;
import kr.dochak.shared.MallId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** SET-1: what needs a second person takes effect by a decision and by nothing else. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ApprovalEffectsTests {

    private static void onlyBySubjects(Class<?> owner, String method, Class<?>... of) {
        ArchRuleDefinition.noClasses()
                .that()
                .doNotImplement(ApprovalSubject.class)
                .should()
                .callMethod(owner, method, of)
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("kr.dochak"));
    }

    @Test
    void SET_1_only_what_is_decided_takes_effect() {
        onlyBySubjects(SettingDesk.class, "agree", String.class, MallId.class, long.class, Person.class);
        onlyBySubjects(Roles.class, "agree", StaffMember.class, long.class, long.class);
        onlyBySubjects(Erasures.class, "approve", StaffMember.class, long.class);
        onlyBySubjects(Policies.class, "activate", StaffMember.class, long.class);
        onlyBySubjects(MessageTemplates.class, "activate", long.class, String.class);
    }
}

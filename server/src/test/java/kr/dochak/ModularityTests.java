package kr.dochak;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The house: every arrow between modules is a declared one. */
class ModularityTests {

    @Test
    void modules_know_only_what_they_declare() {
        ApplicationModules.of(Application.class).verify();
    }
}

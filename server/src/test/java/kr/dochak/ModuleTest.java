package kr.dochak;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** A test with the module of its package and what stands below it, on a real PostgreSQL: the rest of the house is not there. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        // the ground floor: its beans are asked for by types of Java and Spring, which shows no arrow
        extraIncludes = {"shared", "database", "time", "api", "pages", "live", "wire", "web"},
        verifyAutomatically = false)
@TestPropertySource(
        properties = {
            "dochak.clock.mode=driven",
            "dochak.clock.start=2026-11-23T00:00:00Z",
            "spring.lifecycle.timeout-per-shutdown-phase=2s",
            "dochak.identity.vault-key=dGVzdHMgc2VhbCB3aXRoIGEga2V5IG9mIDMyIGIuLi4=",
        })
@ContextConfiguration(initializers = TestDatabase.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
public @interface ModuleTest {}

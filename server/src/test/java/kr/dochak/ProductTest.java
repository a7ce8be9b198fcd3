package kr.dochak;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test with the whole product on a real PostgreSQL, in a world whose time only the test moves.
 * All such tests share one application and one database: use fresh order numbers, never count whole tables.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "dochak.clock.mode=driven",
            "dochak.clock.start=2026-11-23T00:00:00Z",
            "management.server.port=0",
            "dochak.data=target/test-data",
            "server.shutdown=immediate",
            // all tests come from one address, and together faster than people
            "dochak.limits.address.requests=100000",
            "dochak.limits.address.burst=100000",
            "dochak.limits.address.logins=100000",
            "dochak.limits.address.hooks=100000",
            "dochak.limits.address.in-work=1000",
            "dochak.limits.refused.at-once=100000",
            "dochak.limits.address.connections=4000",
            "dochak.identity.login.wrong-keys=100000",
            "spring.lifecycle.timeout-per-shutdown-phase=2s",
            "dochak.identity.demo=true",
            "dochak.identity.vault-key=dGVzdHMgc2VhbCB3aXRoIGEga2V5IG9mIDMyIGIuLi4=",
            "dochak.identity.keys.rainbow=" + TestKeys.RAINBOW,
            "dochak.identity.keys.hangang=" + TestKeys.HANGANG,
            "dochak.identity.carrier-key=" + TestKeys.CARRIER,
            "dochak.identity.carrier-keys=kr.hanjin=" + TestKeys.HANJIN,
            "dochak.identity.admin-key=" + TestKeys.ADMIN,
        })
@ContextConfiguration(initializers = TestDatabase.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
public @interface ProductTest {}

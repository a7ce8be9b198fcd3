package kr.dochak.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import kr.dochak.ProductTest;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.identity.StaffRepository;
import kr.dochak.shared.MallId;
import kr.dochak.time.WorldClock;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The product beside the provider of a company. */
@ProductTest
abstract class OidcTest {

    static final String PASSWORD = "마흔두 마리의 흰긴수염고래";
    static final int PORT = CompanyProvider.freePort();
    static final String HERE = "http://127.0.0.1:" + PORT;
    static final CompanyProvider PROVIDER = CompanyProvider.start(HERE + "/console/login/oidc/back");

    @Autowired
    StaffRepository staff;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    WorldClock clock;

    @Autowired
    JdbcClient jdbc;

    final String id = Long.toString(ThreadLocalRandom.current().nextLong(1_000_000_000, Long.MAX_VALUE));
    final String email = "o" + id + "@dochak.example";

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        settings.add("server.port", () -> PORT);
        settings.add("dochak.messaging.public-url", () -> HERE);
        settings.add("dochak.oidc.issuer", PROVIDER::issuer);
        settings.add("dochak.oidc.client-id", () -> CompanyProvider.CLIENT);
        settings.add("dochak.oidc.client-secret", () -> CompanyProvider.SECRET);
        settings.add("dochak.oidc.name", () -> "도착상사");
    }

    /** Late enough that no try of the test before counts, and that a provider which was left alone is asked again. */
    @BeforeEach
    void another_morning() {
        later(Duration.ofMinutes(11));
        PROVIDER.calm(clock::onDevices);
        is("subject-" + id, email, true);
    }

    void later(Duration time) {
        clock.advanceTo(clock.instant().plus(time));
    }

    /** Who is at the provider. */
    void is(String subject, String address, boolean verified, String... amr) {
        PROVIDER.person = new CompanyProvider.Person(subject, address, verified, List.of(amr));
    }

    StaffMember works(Role role) {
        staff.add(new MallId(1), email, "한소라", encoder.encode(PASSWORD), Set.of(role), false, clock.instant());
        return staff.byEmail(email).orElseThrow().member();
    }

    List<String> ways() {
        return jdbc.sql("""
                select s.way from identity.login_session s join identity.staff f on f.id = s.staff_id
                where f.email = :email order by s.id
                """).param("email", email).query(String.class).list();
    }

    List<String> bound() {
        return jdbc.sql("""
                select p.subject from identity.provider_account p join identity.staff f on f.id = p.staff_id
                where f.email = :email
                """).param("email", email).query(String.class).list();
    }

    /** What the security log says last. */
    void noted(String detail) {
        assertThat(jdbc.sql("""
                        select detail from identity.security_log where kind = 'STAFF_LOGIN' order by id desc limit 1
                        """).query(String.class).single()).isEqualTo(detail);
    }
}

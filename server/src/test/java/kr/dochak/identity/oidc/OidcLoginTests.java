package kr.dochak.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.time.Duration;
import java.util.List;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.identity.factors.Phone;
import org.apache.catalina.Context;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/** IDN-1: somebody of the staff logs in at their company's provider, and nobody else does. */
class OidcLoginTests extends OidcTest {

    @Autowired
    private WebServerApplicationContext context;

    private final Visitor visitor = new Visitor();

    @Test
    void IDN_1_a_verified_e_mail_opens_the_first_time_and_who_they_are_there_from_then_on() {
        works(Role.AGENT);
        visitor.get("/console/cases?q=1");
        assertThat(visitor.comeIn()).isEqualTo("/console/cases?q=1");
        assertThat(visitor.get("/console/cases").status()).isEqualTo(200);
        assertThat(bound()).containsExactly("subject-" + id);
        assertThat(ways()).containsExactly("PROVIDER");
        noted("PROVIDER");
        is("subject-" + id, "married" + id + "@dochak.example", false);
        assertThat(new Visitor().comeIn()).isEqualTo("/console");
        assertThat(ways()).containsExactly("PROVIDER", "PROVIDER");
    }

    @Test
    void IDN_1_an_e_mail_in_large_letters_is_the_same() {
        works(Role.AGENT);
        is("subject-" + id, email.toUpperCase(java.util.Locale.ROOT), true);
        assertThat(visitor.comeIn()).isEqualTo("/console");
    }

    @Test
    void IDN_1_an_e_mail_that_changed_hands_opens_nobodys_account_until_it_is_unbound() {
        StaffMember sora = works(Role.AGENT);
        visitor.comeIn();
        is("successor-" + id, email, true);
        Visitor successor = new Visitor();
        String end = successor.comeIn();
        assertThat(end).isEqualTo("/console/login?oidc=OTHER_SUBJECT");
        assertThat(successor.get(end).text()).contains("다른 도착상사 계정과 이어져 있어요");
        noted("PROVIDER OTHER_SUBJECT");
        assertThat(bound()).containsExactly("subject-" + id);
        assertThat(jdbc.sql("select staff_id from identity.security_log order by id desc limit 1")
                        .query(Long.class)
                        .single())
                .isEqualTo(sora.id());
    }

    @Test
    void IDN_1_a_page_of_the_log_in_offers_it_in_both_languages() {
        assertThat(visitor.get("/console/login").text())
                .contains("도착상사 계정으로 로그인")
                .contains("href=\"" + HERE + "/console/login/oidc\"");
        assertThat(visitor.get("/console/login?lang=en").text()).contains("Log in with your 도착상사 account");
    }

    @Test
    void IDN_1_a_log_in_is_of_the_browser_that_began_it_and_of_ten_minutes() {
        works(Role.AGENT);
        String back = visitor.fetch();
        assertThat(new Visitor().get(back).to()).isEqualTo("/console/login?oidc=STATE");
        noted("PROVIDER STATE");
        Visitor other = new Visitor();
        other.fetch();
        assertThat(other.get(back).to()).isEqualTo("/console/login?oidc=STATE");
        assertThat(visitor.get(back.replaceAll("state=[^&]+", "state=forged")).to())
                .isEqualTo("/console/login?oidc=STATE");
        String late = visitor.fetch();
        later(Duration.ofMinutes(10));
        assertThat(visitor.get(late).to()).isEqualTo("/console/login?oidc=STATE");
        assertThat(visitor.get("/console/login/oidc/back").to()).isEqualTo("/console/login?oidc=STATE");
        visitor.put(cookie("staff-oidc", "A".repeat(200)));
        assertThat(visitor.get(back).to()).isEqualTo("/console/login?oidc=STATE");
        assertThat(ways()).isEmpty();
    }

    @Test
    void IDN_1_a_code_is_used_once_even_by_who_copied_the_cookie() {
        works(Role.AGENT);
        String back = visitor.fetch();
        HttpCookie copied = visitor.cookie("staff-oidc").orElseThrow();
        assertThat(visitor.get(back).to()).isEqualTo("/console");
        assertThat(visitor.cookie("staff-oidc")).isEmpty();
        assertThat(visitor.get(back).to()).isEqualTo("/console/login?oidc=STATE");
        Visitor thief = new Visitor();
        thief.put(copied);
        assertThat(thief.get(back).to()).isEqualTo("/console/login?oidc=CODE");
        noted("PROVIDER CODE");
        assertThat(ways()).hasSize(1);
    }

    @Test
    void IDN_1_who_stops_at_the_provider_is_brought_back() {
        String back = visitor.fetch().replaceAll("code=[^&]+", "error=access_denied");
        assertThat(visitor.get(back).to()).isEqualTo("/console/login?oidc=STOPPED");
    }

    @Test
    void IDN_1_nothing_is_left_here_before_the_end() {
        long before = sessions();
        Visitor begins = new Visitor();
        for (int i = 0; i < 20; i++) {
            assertThat(begins.get("/console/login/oidc").status()).isEqualTo(302);
        }
        assertThat(begins.cookie("staff")).isEmpty();
        assertThat(begins.cookie("staff-oidc").orElseThrow().getPath()).isEqualTo("/console/login/oidc");
        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void IDN_1_the_way_there_is_a_code_with_a_proof_of_who_asked() {
        String address = visitor.get("/console/login/oidc").to();
        assertThat(address)
                .startsWith(PROVIDER.issuer() + "/oauth2/authorize?response_type=code&client_id=dochak&")
                .contains("code_challenge_method=S256", "scope=openid+email")
                .containsPattern("state=[\\w-]{43}&nonce=[\\w-]{43}&code_challenge=[\\w-]{43}&")
                .doesNotContain("verifier");
    }

    @Test
    void IDN_1_a_second_factor_of_the_provider_counts_when_it_says_so() {
        works(Role.ADMIN);
        is("subject-" + id, email, true, "pwd", "otp");
        assertThat(visitor.comeIn()).isEqualTo("/console");
        assertThat(visitor.get("/console/orders").status()).isEqualTo(200);
        assertThat(ways()).containsExactly("PROVIDER_FACTOR");
    }

    @Test
    void IDN_1_without_one_who_must_have_a_second_factor_is_led_to_ours() {
        works(Role.ADMIN);
        is("subject-" + id, email, true, "pwd");
        assertThat(visitor.comeIn()).isEqualTo("/console");
        assertThat(visitor.get("/console/orders").to()).isEqualTo("/console/second-factor");
        assertThat(ways()).containsExactly("PROVIDER");
    }

    @Test
    void IDN_1_our_own_second_factor_is_asked_for_after_the_provider_and_binds_only_then() {
        works(Role.AGENT);
        Phone phone = enrolled();
        is("thief-" + id, email, true);
        Visitor thief = new Visitor();
        assertThat(thief.comeIn()).isEqualTo("/console/login/code");
        assertThat(thief.get("/console/cases").to()).isEqualTo("/console/login");
        assertThat(code(thief, "000000").status()).isEqualTo(422);
        assertThat(bound()).isEmpty();
        is("subject-" + id, email, true);
        assertThat(visitor.comeIn()).isEqualTo("/console/login/code");
        assertThat(code(visitor, phone.code(clock.instant())).to()).isEqualTo("/console");
        assertThat(ways()).endsWith("PROVIDER_FACTOR");
        assertThat(bound()).containsExactly("subject-" + id);
        is("subject-" + id, email, true, "mfa");
        assertThat(new Visitor().comeIn()).as("the provider asked already").isEqualTo("/console");
    }

    @Test
    void IDN_1_a_password_that_must_be_changed_is_none_of_the_providers_business() {
        StaffMember sora = works(Role.AGENT);
        staff.mustChange(sora.id());
        visitor.comeIn();
        assertThat(visitor.get("/console/cases").status()).isEqualTo(200);
    }

    @Test
    void IDN_1_logging_out_here_is_not_logging_out_there() {
        works(Role.AGENT);
        visitor.comeIn();
        var out = visitor.post("/console/sessions", "/console/logout", "x", "");
        assertThat(out.to()).isEqualTo("/console/login?out");
        assertThat(visitor.get("/console/cases").to()).isEqualTo("/console/login");
        assertThat(visitor.comeIn()).isEqualTo("/console/cases");
    }

    /** By password, with an app. */
    private Phone enrolled() {
        Visitor first = new Visitor();
        assertThat(first.comeIn()).isEqualTo("/console");
        first.post("/console/second-factor", "/console/second-factor/app", "x", "");
        Phone phone = Phone.reading(first.get("/console/second-factor").text());
        first.post("/console/second-factor", "/console/second-factor/app/code", "code", phone.code(clock.instant()));
        jdbc.sql("""
                delete from identity.provider_account p using identity.staff f
                where f.id = p.staff_id and f.email = :email
                """).param("email", email).update();
        later(Duration.ofMinutes(2));
        return phone;
    }

    private static Visitor.Answer code(Visitor visitor, String code) {
        return visitor.post("/console/login/code", "/console/login/code", "code", code);
    }

    static HttpCookie cookie(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/console/login/oidc");
        cookie.setVersion(0);
        return cookie;
    }

    private long sessions() {
        TomcatWebServer server = (TomcatWebServer) context.getWebServer();
        long inMemory = 0;
        for (var child : server.getTomcat().getHost().findChildren()) {
            inMemory += ((Context) child).getManager().getSessionCounter();
        }
        return inMemory
                + List.of("login_session", "second_step", "throttle").stream()
                        .mapToLong(table -> jdbc.sql("select count(*) from identity." + table)
                                .query(Long.class)
                                .single())
                        .sum();
    }
}

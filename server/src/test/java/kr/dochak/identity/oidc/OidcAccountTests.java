package kr.dochak.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import kr.dochak.As;
import kr.dochak.identity.StaffMember.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** IDN-1: an account of the provider is bound and unbound, and opens an invitation. */
class OidcAccountTests extends OidcTest {

    @Autowired
    private WebApplicationContext context;

    private MockMvc mvc() {
        return MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @Test
    void IDN_1_an_administrator_unbinds_a_colleagues_account_and_nobody_elses() throws Exception {
        long colleague = works(Role.AGENT).id();
        Visitor visitor = new Visitor();
        visitor.comeIn();
        assertThat(visitor.get("/console/sessions").text()).contains("도착상사 계정으로 로그인해요", "subject-" + id);
        String person = "/console/accounts/" + colleague;
        String at = person + "/provider";
        MockMvc mvc = mvc();
        mvc.perform(get(person).with(As.staff(jdbc, Role.ADMIN)))
                .andExpect(content().string(containsString("href=\"" + at + "\"")));
        mvc.perform(get(at).with(As.staff(jdbc, Role.ADMIN)))
                .andExpect(content().string(containsString("한소라님의 회사 계정 연결을 끊을까요?")));
        mvc.perform(post(at).with(As.hangang(jdbc, Role.ADMIN)).with(csrf())).andExpect(status().isNotFound());
        mvc.perform(post(at).with(As.staff(jdbc, Role.LEAD)).with(csrf())).andExpect(status().isForbidden());
        assertThat(bound()).hasSize(1);
        mvc.perform(post(at).with(As.staff(jdbc, Role.ADMIN)).with(csrf())).andExpect(redirectedUrl(person));
        assertThat(bound()).isEmpty();
        assertThat(visitor.get("/console/sessions").to()).isEqualTo("/console/login");
        assertThat(jdbc.sql("select count(*) from identity.security_log where kind = 'ACCOUNT' and detail = :detail")
                        .param("detail", "provider account of staff " + colleague + " unbound")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        is("successor-" + id, email, true);
        assertThat(new Visitor().comeIn()).isEqualTo("/console");
        assertThat(bound()).containsExactly("successor-" + id);
    }

    @Test
    void IDN_1_a_page_of_somebody_without_one_says_nothing_of_it() throws Exception {
        long colleague = works(Role.AGENT).id();
        MockMvc mvc = mvc();
        mvc.perform(get("/console/accounts/" + colleague).with(As.staff(jdbc, Role.ADMIN)))
                .andExpect(content().string(not(containsString("회사 계정"))));
        mvc.perform(get("/console/accounts/" + colleague + "/provider").with(As.staff(jdbc, Role.ADMIN)))
                .andExpect(content().string(containsString("한소라님은 회사 계정과 이어져 있지 않아요.")));
    }

    @Test
    void IDN_1_who_was_asked_in_comes_by_the_provider_within_the_three_days_of_the_link() {
        invited(Duration.ofDays(3));
        Visitor visitor = new Visitor();
        assertThat(visitor.comeIn()).isEqualTo("/console");
        assertThat(visitor.get("/console/sessions").status()).isEqualTo(200);
        assertThat(jdbc.sql("""
                        select count(*) from identity.invitation i join identity.staff f on f.id = i.staff_id
                        where f.email = :email
                        """).param("email", email).query(Integer.class).single())
                .isZero();
        assertThat(new Visitor().comeIn()).isEqualTo("/console");
    }

    @Test
    void IDN_1_an_invitation_that_is_over_or_of_another_mailbox_opens_nothing() {
        invited(Duration.ofDays(3));
        is("subject-" + id, email, false);
        assertThat(new Visitor().comeIn()).isEqualTo("/console/login?oidc=UNVERIFIED");
        is("subject-" + id, email, true);
        later(Duration.ofDays(3));
        assertThat(new Visitor().comeIn()).isEqualTo("/console/login?oidc=CLOSED");
        assertThat(bound()).isEmpty();
    }

    private void invited(Duration open) {
        works(Role.AGENT);
        jdbc.sql("""
                with guest as (update identity.staff set active = false where email = :email returning id)
                insert into identity.invitation (staff_id, token_hash, invited_by, sent_at, ends_at)
                select id, decode(md5(:email) || md5(:email), 'hex'), 1, :at, :ends from guest
                """)
                .param("email", email)
                .param("at", kr.dochak.database.Sql.at(clock.instant()))
                .param("ends", kr.dochak.database.Sql.at(clock.instant().plus(open)))
                .update();
    }
}

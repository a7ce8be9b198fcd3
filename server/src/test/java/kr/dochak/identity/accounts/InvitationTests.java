package kr.dochak.identity.accounts;

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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import kr.dochak.Jar;
import kr.dochak.ProductTest;
import kr.dochak.identity.StaffFixture;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.identity.StaffMembers;
import kr.dochak.identity.StaffRepository;
import kr.dochak.identity.StaffRole;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Words;
import kr.dochak.time.WorldClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** IDN-1: a colleague is asked in by a link that opens for three days and once, and sets the first password. */
@ProductTest
class InvitationTests {

    private static final MallId RAINBOW = new MallId(1);
    private static final MallId HANGANG = new MallId(2);
    private static final String PASSWORD = "작은 배가 서른 척이나 떠요";

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Invitations invitations;

    @Autowired
    private AccountQuery accounts;

    @Autowired
    private Departures departures;

    @Autowired
    private StaffRepository staff;

    @Autowired
    private StaffMembers members;

    @Autowired
    private MessageSource messages;

    @Autowired
    private WorldClock clock;

    @Autowired
    private JdbcClient jdbc;

    private final String email = "i" + ThreadLocalRandom.current().nextLong(Long.MAX_VALUE) + "@dochak.example";
    private MockMvc mvc;
    private StaffMember admin = new StaffMember(-1, RAINBOW, "", Set.of());
    private Words words = new Words(null, Locale.KOREAN);

    @BeforeEach
    void an_administrator_of_one_mall() {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        admin = StaffFixture.add(jdbc, RAINBOW, "a" + email, "관리", Role.ADMIN);
        words = new Words(messages, Locale.KOREAN);
    }

    private long role(Role role) {
        return members.allRoles().stream()
                .filter(each -> each.shipped() == role)
                .mapToLong(StaffRole::id)
                .findFirst()
                .orElseThrow();
    }

    private Invitations.Outcome invite(StaffMember by, Role role, MallId mall) {
        return invitations.invite(
                by, email, "윤하늘", new Grant(Set.of(role(role)), Map.of(mall, Optional.empty())), words);
    }

    private Invitations.Invited invited() {
        return (Invitations.Invited) invite(admin, Role.AGENT, RAINBOW);
    }

    private static String path(Invitations.Invited invited) {
        return invited.link().replaceAll("^https?://[^/]+", "");
    }

    private ResultActions set(String path, String password) throws Exception {
        return mvc.perform(post(path).with(csrf()).param("fresh", password).param("again", password));
    }

    private ResultActions login(Jar jar) throws Exception {
        return mvc.perform(post("/console/login")
                        .with(jar)
                        .with(csrf())
                        .param("email", email)
                        .param("password", PASSWORD))
                .andDo(jar);
    }

    @Test
    void IDN_1_the_link_sets_the_first_password_once_and_then_its_owner_works() throws Exception {
        Invitations.Invited invited = invited();
        assertThat(accounts.find(admin, invited.staffId()).orElseThrow().state())
                .isEqualTo(AccountState.INVITED);
        mvc.perform(get(path(invited)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("윤하늘님, 무지개상회에서")));
        set(path(invited), "짧다").andExpect(status().is(422));
        set(path(invited), PASSWORD)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("로그인할 수 있어요")));
        set(path(invited), "다른 말을 길게 적어 봤어요 여기에").andExpect(status().isNotFound());
        Jar jar = new Jar();
        login(jar).andExpect(redirectedUrl("/console"));
        mvc.perform(get("/console/cases").with(jar)).andExpect(status().isOk());
        assertThat(accounts.find(admin, invited.staffId()).orElseThrow().state())
                .isEqualTo(AccountState.ACTIVE);
    }

    @Test
    void IDN_1_nobody_enters_with_an_account_whose_owner_has_not_come() throws Exception {
        invited();
        login(new Jar()).andExpect(redirectedUrl("/console/login?failed"));
    }

    @Test
    void IDN_1_the_link_opens_nothing_after_three_days() throws Exception {
        Invitations.Invited invited = invited();
        clock.advanceTo(clock.instant().plus(Duration.ofDays(3)));
        mvc.perform(get(path(invited))).andExpect(status().isNotFound());
        set(path(invited), PASSWORD).andExpect(status().isNotFound());
        login(new Jar()).andExpect(redirectedUrl("/console/login?failed"));
    }

    @Test
    void IDN_1_a_link_that_is_sent_again_ends_the_one_before() throws Exception {
        Invitations.Invited first = invited();
        var second = (Invitations.Invited) invitations.again(admin, first.staffId(), words);
        set(path(first), PASSWORD).andExpect(status().isNotFound());
        set(path(second), PASSWORD).andExpect(status().isOk());
    }

    @Test
    void IDN_1_a_withdrawn_link_opens_nothing_and_the_address_is_free_again() throws Exception {
        Invitations.Invited invited = invited();
        assertThat(invitations.withdraw(admin, invited.staffId())).isPresent();
        set(path(invited), PASSWORD).andExpect(status().isNotFound());
        assertThat(staff.byEmail(email)).isEmpty();
        assertThat(invite(admin, Role.AGENT, RAINBOW)).isInstanceOf(Invitations.Invited.class);
    }

    @Test
    void IDN_1_who_had_left_comes_back_by_a_new_link_and_withdrawing_it_leaves_them_away() throws Exception {
        Invitations.Invited invited = invited();
        set(path(invited), PASSWORD);
        departures.leave(admin, invited.staffId());
        invitations.again(admin, invited.staffId(), words);
        invitations.withdraw(admin, invited.staffId());
        assertThat(accounts.find(admin, invited.staffId()).orElseThrow().state())
                .isEqualTo(AccountState.LEFT);
        login(new Jar()).andExpect(redirectedUrl("/console/login?failed"));
        var back = (Invitations.Invited) invitations.again(admin, invited.staffId(), words);
        set(path(back), PASSWORD);
        login(new Jar()).andExpect(redirectedUrl("/console"));
    }

    @Test
    void IDN_1_nobody_invites_to_a_mall_or_with_a_role_that_is_not_theirs_nor_without_the_right() {
        StaffMember lead = StaffFixture.add(jdbc, RAINBOW, "l" + email, "팀장", Role.LEAD);
        assertThat(invite(admin, Role.AGENT, HANGANG)).isEqualTo(new Invitations.Refused(Invitations.Why.NOT_YOURS));
        assertThat(invite(admin, Role.PLATFORM, RAINBOW)).isEqualTo(new Invitations.Refused(Invitations.Why.NOT_YOURS));
        assertThat(invite(lead, Role.AGENT, RAINBOW)).isEqualTo(new Invitations.Refused(Invitations.Why.NOT_YOURS));
        assertThat(staff.byEmail(email)).isEmpty();
        invited();
        assertThat(invite(admin, Role.AGENT, RAINBOW)).isEqualTo(new Invitations.Refused(Invitations.Why.KNOWN));
    }

    @Test
    void IDN_1_the_token_is_stored_as_a_hash_and_stands_in_no_log() {
        Invitations.Invited invited = invited();
        String token = invited.link().substring(invited.link().lastIndexOf('/') + 1);
        assertThat(jdbc.sql("select detail from identity.security_log where staff_id = :admin")
                        .param("admin", admin.id())
                        .query(String.class)
                        .list())
                .anySatisfy(detail -> assertThat(detail).contains("invite staff " + invited.staffId()))
                .noneSatisfy(detail -> assertThat(detail).containsAnyOf(token, email, "윤하늘"));
    }

    @Test
    void IDN_1_a_link_that_never_was_says_so_without_a_form() throws Exception {
        mvc.perform(get("/console/welcome/none"))
                .andExpect(status().isNotFound())
                .andExpect(content().string(not(containsString("name=\"fresh\""))));
    }
}

package kr.dochak.console;

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
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import kr.dochak.Jar;
import kr.dochak.ProductTest;
import kr.dochak.database.Sql;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.identity.StaffRepository;
import kr.dochak.shared.MallId;
import kr.dochak.time.WorldClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** IDN-1: somebody with three malls of four sees one queue of three, works in each in its own mall, and sees nothing of the fourth. */
@ProductTest
class MallsAtOnceTests {

    private static final String PASSWORD = "마흔두 마리의 흰긴수염고래";

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private StaffRepository staff;

    @Autowired
    private PasswordEncoder encoder;

    @Autowired
    private WorldClock clock;

    @Autowired
    private JdbcClient jdbc;

    private final String mark = "m" + ThreadLocalRandom.current().nextInt(100_000_000);
    private final String email = mark + "@dochak.example";
    private final Map<String, Things> malls = new LinkedHashMap<>();
    private MockMvc mvc;

    /** A mall with one of everything. */
    private record Things(MallId mall, long caseId, String caseNo, long taskId, long orderId, long wishId) {}

    @BeforeEach
    void four_malls_with_one_of_everything() {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        for (String name : List.of("하나", "둘", "셋", "넷")) {
            malls.put(name, things(name + mark));
        }
    }

    private Things things(String name) {
        long mall = jdbc.sql(
                        "insert into identity.mall (code, name, created_at) values (:code, :name, now()) returning tenant_id")
                .param("code", "w" + ThreadLocalRandom.current().nextLong(1_000_000_000_000L))
                .param("name", name)
                .query(Long.class)
                .single();
        long order = jdbc.sql("""
                insert into orders.customer_order (tenant_id, order_no, person_id, recipient_id, status, ordered_at, confirmed_at,
                    received_at, origin_area, destination_area, items_won, shipping_won, discount_won, total_won, line_count, title,
                    content_hash, source)
                values (:mall, :no, 1, 1, 'PAID', now(), now(), now(), '서울', '부산', 1000, 0, 0, 1000, 1, :title,
                    '\\x00', 'API')
                returning id
                """)
                .param("mall", mall)
                .param("no", "NO-" + name)
                .param("title", "물건 " + name)
                .query(Long.class)
                .single();
        String caseNo = "C20261123-" + ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_999_999_999L);
        long caseId = jdbc.sql("""
                insert into care.support_case (tenant_id, case_no, person_id, order_id, type, urgency, channel, subject, opened_at,
                    clock_from, first_reply_due_at, solve_due_at, escalate_at)
                values (:mall, :no, 1, :order, 'DELIVERY_DELAY', 'NORMAL', 'PORTAL', :subject, now(), now(), now(), now(), now())
                returning id
                """)
                .param("mall", mall)
                .param("no", caseNo)
                .param("order", order)
                .param("subject", "문의 " + name)
                .query(Long.class)
                .single();
        long task = jdbc.sql("""
                insert into care.task (kind, subject, tenant_id, person_id, order_id, case_id, opened_at, due_at)
                values ('CALL', :name, :mall, 1, :order, :case, now(), now()) returning id
                """)
                .param("name", name)
                .param("mall", mall)
                .param("order", order)
                .param("case", caseId)
                .query(Long.class)
                .single();
        long wish = jdbc.sql("""
                insert into approvals.request (kind, subject, tenant_id, maker_id, rights, won, votes, what, gaps, href, made_at, due_at)
                values ('goodwill', (- :order::bigint)::text, :mall, 1, '{}', 1000, 1, 'approvals.what.goodwill', array [:name, '1,000'], '', :at, :due)
                returning id
                """)
                .param("name", name)
                .param("order", order)
                .param("mall", mall)
                .param("at", Sql.at(clock.instant()))
                .param("due", Sql.at(clock.instant().plus(Duration.ofDays(7))))
                .query(Long.class)
                .single();
        return new Things(new MallId(mall), caseId, caseNo, task, order, wish);
    }

    private Jar in(Role role) throws Exception {
        // one of the demo's accounts, of which no second factor is asked
        staff.add(malls.get("하나").mall(), email, "세 몰", encoder.encode(PASSWORD), Set.of(role), true, clock.instant());
        long id = staff.byEmail(email).orElseThrow().member().id();
        staff.worksFor(id, malls.get("둘").mall());
        staff.worksFor(id, malls.get("셋").mall());
        Jar jar = new Jar();
        mvc.perform(post("/console/login")
                        .with(jar)
                        .with(csrf())
                        .param("email", email)
                        .param("password", PASSWORD))
                .andDo(jar)
                .andExpect(redirectedUrl("/console"));
        return jar;
    }

    private void all(Jar jar) throws Exception {
        mvc.perform(post("/console/mall").with(jar).with(csrf()).param("to", "all"))
                .andExpect(status().is3xxRedirection());
    }

    private String page(Jar jar, String path) throws Exception {
        return mvc.perform(get(path).with(jar)).andReturn().getResponse().getContentAsString();
    }

    private int answer(Jar jar, String path) throws Exception {
        return mvc.perform(get(path).with(jar)).andReturn().getResponse().getStatus();
    }

    @Test
    void IDN_1_one_queue_shows_three_malls_each_line_with_its_mall_and_nothing_of_the_fourth() throws Exception {
        Jar jar = in(Role.LEAD);
        assertThat(page(jar, "/console/cases")).contains("문의 하나").doesNotContain("문의 둘", "문의 셋", "문의 넷");
        all(jar);
        for (String list : List.of("/console/cases", "/console/orders", "/console/tasks", "/console/approvals")) {
            assertThat(page(jar, list))
                    .as(list)
                    .contains(
                            "class=\"mall-mark\">하나" + mark,
                            "class=\"mall-mark\">둘" + mark,
                            "class=\"mall-mark\">셋" + mark)
                    .doesNotContain("넷" + mark);
        }
        assertThat(page(jar, "/console/cases?q=" + malls.get("둘").caseNo()))
                .contains("문의 둘")
                .doesNotContain("문의 하나");
        assertThat(page(jar, "/console/cases?q=" + malls.get("넷").caseNo())).doesNotContain("문의 넷");
    }

    @Test
    void IDN_1_one_search_finds_what_is_of_any_of_the_three_and_nothing_of_the_fourth() throws Exception {
        Jar jar = in(Role.AGENT);
        all(jar);
        mvc.perform(get("/console/search?q=NO-셋" + mark).with(jar))
                .andExpect(redirectedUrl("/console/orders/" + malls.get("셋").orderId()));
        mvc.perform(get("/console/search?q=" + malls.get("둘").caseNo()).with(jar))
                .andExpect(redirectedUrl("/console/cases/" + malls.get("둘").caseId()));
        mvc.perform(get("/console/search?q=NO-넷" + mark).with(jar))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("물건 넷"))));
    }

    @Test
    void IDN_1_a_case_of_each_mall_is_worked_in_one_queue_and_each_in_its_own_mall() throws Exception {
        Jar jar = in(Role.AGENT);
        all(jar);
        for (String name : List.of("하나", "둘", "셋")) {
            long caseId = malls.get(name).caseId();
            assertThat(page(jar, "/console/cases/" + caseId)).contains("문의 " + name, "문의 하나", "문의 둘", "문의 셋");
            mvc.perform(
                    post("/console/cases/" + caseId + "/assignment").with(jar).with(csrf()));
            assertThat(owner(caseId)).isEqualTo("세 몰");
            mvc.perform(post("/console/tasks/" + malls.get(name).taskId() + "/done")
                    .with(jar)
                    .with(csrf())
                    .param("words", "통화했어요"));
            assertThat(ended(malls.get(name).taskId())).isTrue();
        }
        long fourth = malls.get("넷").caseId();
        mvc.perform(post("/console/cases/" + fourth + "/assignment").with(jar).with(csrf()))
                .andExpect(status().isNotFound());
        mvc.perform(post("/console/tasks/" + malls.get("넷").taskId() + "/done")
                        .with(jar)
                        .with(csrf())
                        .param("words", "통화했어요"))
                .andExpect(status().isNotFound());
        assertThat(owner(fourth)).isNull();
        assertThat(ended(malls.get("넷").taskId())).isFalse();
    }

    private @org.jspecify.annotations.Nullable String owner(long caseId) {
        return jdbc.sql("select owner_name from care.support_case where id = :id")
                .param("id", caseId)
                .query((row, n) -> java.util.Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    private boolean ended(long taskId) {
        return jdbc.sql("select ended_at is not null from care.task where id = :id")
                .param("id", taskId)
                .query(Boolean.class)
                .single();
    }

    /** Roles × doors × malls: a door that a role opens shows what is of its three malls, and of the fourth to nobody. */
    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "PLATFORM")
    void IDN_1_whatever_the_role_a_thing_of_the_fourth_mall_does_not_exist(Role role) throws Exception {
        Jar jar = in(role);
        for (boolean everywhere : List.of(false, true)) {
            if (everywhere) {
                all(jar);
            }
            for (Map.Entry<String, Things> mall : malls.entrySet()) {
                Things things = mall.getValue();
                boolean ours = !mall.getKey().equals("넷");
                assertThat(answer(jar, "/console/cases/" + things.caseId()))
                        .isEqualTo(expected(role, Right.CASES_SEE, ours));
                assertThat(answer(jar, "/console/orders/" + things.orderId()))
                        .isEqualTo(expected(role, Right.ORDERS_SEE, ours));
            }
        }
    }

    private static int expected(Role role, Right right, boolean ours) {
        return !EnumSet.copyOf(withOne(role)).contains(right) ? 403 : ours ? 200 : 404;
    }

    /** A role without rights is no empty set to {@link EnumSet}. */
    private static Set<Right> withOne(Role role) {
        return role.rights().isEmpty() ? Set.of(Right.PLATFORM) : role.rights();
    }

    @Test
    void IDN_1_settings_and_boards_stay_of_the_one_mall_one_is_at_work_for() throws Exception {
        Jar jar = in(Role.MANAGER);
        all(jar);
        assertThat(page(jar, "/console/settings"))
                .contains("name=\"to\" value=\"" + malls.get("하나").mall() + "\" aria-pressed=\"true\"")
                .contains("name=\"to\" value=\"all\" aria-pressed=\"false\"");
        assertThat(page(jar, "/console/cases"))
                .contains("name=\"to\" value=\"all\" aria-pressed=\"true\"")
                .doesNotContain("name=\"_mall\"");
    }

    @Test
    void IDN_1_a_thing_of_another_of_ones_malls_opens_also_for_who_looks_at_one_and_its_forms_are_of_its_mall()
            throws Exception {
        Jar jar = in(Role.LEAD);
        long caseId = malls.get("둘").caseId();
        assertThat(page(jar, "/console/cases/" + caseId))
                .contains("name=\"_mall\" value=\"" + malls.get("둘").mall() + "\"");
        mvc.perform(post("/console/cases/" + caseId + "/assignment")
                .with(jar)
                .with(csrf())
                .param("_mall", malls.get("둘").mall().toString()));
        assertThat(owner(caseId)).isEqualTo("세 몰");
    }

    @Test
    void IDN_1_a_mall_that_is_taken_away_is_gone_from_the_queue_with_the_next_request() throws Exception {
        Jar jar = in(Role.LEAD);
        all(jar);
        jdbc.sql("delete from identity.staff_mall where tenant_id = :mall")
                .param("mall", malls.get("셋").mall().value())
                .update();
        assertThat(page(jar, "/console/cases")).contains("문의 하나", "문의 둘").doesNotContain("문의 셋");
        assertThat(answer(jar, "/console/cases/" + malls.get("셋").caseId())).isEqualTo(404);
    }

    @Test
    void SET_1_the_queue_of_approvals_is_of_all_malls_and_decides_in_each_and_never_in_the_fourth() throws Exception {
        Jar jar = in(Role.LEAD);
        assertThat(page(jar, "/console/approvals"))
                .as("whichever mall is at hand")
                .contains("class=\"mall-mark\">둘" + mark, "class=\"mall-mark\">셋" + mark)
                .doesNotContain("넷" + mark);
        assertThat(page(jar, "/console/approvals?mall=" + malls.get("둘").mall()))
                .contains("주문 둘" + mark)
                .doesNotContain("주문 셋" + mark);
        for (String name : List.of("둘", "넷")) {
            mvc.perform(post("/console/approvals/" + malls.get(name).wishId() + "/refusal")
                            .with(jar)
                            .with(csrf())
                            .param("why", "시험"))
                    .andExpect(status().is3xxRedirection());
        }
        assertThat(jdbc.sql("select request_id from approvals.decision where request_id = any (:ids)")
                        .param(
                                "ids",
                                malls.values().stream().map(Things::wishId).toArray(Long[]::new))
                        .query(Long.class)
                        .list())
                .containsExactly(malls.get("둘").wishId());
    }
}

package kr.dochak.console.shipments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import kr.dochak.As;
import kr.dochak.ProductTest;
import kr.dochak.care.Cases;
import kr.dochak.care.CustomerMessage;
import kr.dochak.care.CustomerMessage.Writing;
import kr.dochak.care.record.CaseChannel;
import kr.dochak.care.record.CaseMessage;
import kr.dochak.care.record.CaseStatus;
import kr.dochak.identity.Malls;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.identity.vault.People;
import kr.dochak.identity.vault.PersonalData;
import kr.dochak.pages.CsvCell;
import kr.dochak.pages.Fragment;
import kr.dochak.shared.CaseId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who may see and do what in the console, one mall beside another, and what becomes of forms that are not right. */
@ProductTest
class ConsoleAccessTests {

    private static final AtomicLong FRESH = new AtomicLong(System.nanoTime());

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Cases cases;

    @Autowired
    private Malls malls;

    @Autowired
    private People people;

    private MockMvc mvc;

    @BeforeEach
    void the_console_is_open() {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @Test
    void every_list_is_a_page_in_both_languages() throws Exception {
        for (String path : List.of(
                "/console",
                "/console/board",
                "/console/shipments?show=DELAYED&carrier=kr.hanjin",
                "/console/orders",
                "/console/search?q=nothing-like-this",
                "/console/cases?view=overdue",
                "/console/windows",
                "/console/windows?stage=HANDOVER&carrier=kr.hanjin&q=인천",
                "/console/windows/lanes?q=nothing-like-this",
                "/console/windows/hubs?q=nothing-like-this",
                "/console/windows/worst?day=2026-11-01",
                "/console/windows/what-if",
                "/console/windows/areas",
                "/console/windows/calendar",
                "/console/windows/calendar?year=2030",
                "/console/windows/calendar?year=2040",
                "/console/windows/worst?day=11월 1일",
                "/console/windows/worst?day=어제",
                "/console/compensation",
                "/console/windows/model",
                "/console/windows/model/progress")) {
            for (String language : List.of("ko", "en")) {
                mvc.perform(get(path + (path.contains("?") ? "&" : "?") + "lang=" + language)
                                .header("HX-Request", "true") // some of them are asked for by their page only
                                .with(As.staff(jdbc, Role.LEAD)))
                        .andExpect(status().isOk());
            }
        }
    }

    /** UI: a fragment opened by itself is no bare page; it has the frame of the page it belongs to. */
    @Test
    void UI_a_fragment_opened_by_itself_leads_to_its_page() throws Exception {
        for (var fragment : Map.of(
                        "/console/board", "/console",
                        "/console/board?lang=en", "/console?lang=en",
                        "/console/orders/7/live-fragment", "/console/orders/7",
                        "/console/cases/7/conversation", "/console/cases/7",
                        "/console/windows/model/progress", "/console/windows/model",
                        "/t/abc/live-fragment", "/t/abc")
                .entrySet()) {
            mvc.perform(get(fragment.getKey()).with(As.staff(jdbc, Role.ADMIN)))
                    .andExpect(redirectedUrl(fragment.getValue()));
        }
        mvc.perform(get("/orders/7/live-fragment").with(As.customer(new PersonId(900_000_000), new MallId(1))))
                .andExpect(redirectedUrl("/orders/7"));
    }

    /** Whatever a page asks for again knows which page that is. */
    @Test
    void UI_every_fragment_of_a_template_is_one() throws Exception {
        var mappings = context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        var bare = mappings.getHandlerMethods().entrySet().stream()
                .filter(each -> each.getKey().getPatternValues().stream()
                        .anyMatch(path ->
                                path.matches(".*(fragment|/progress|/conversation)") || path.equals("/console/board")))
                .filter(each -> !each.getValue().hasMethodAnnotation(Fragment.class))
                .toList();
        assertThat(bare).isEmpty();
    }

    @Test
    void an_agents_console_begins_with_the_queue() throws Exception {
        mvc.perform(get("/console").with(As.staff(jdbc, Role.AGENT))).andExpect(redirectedUrl("/console/cases"));
    }

    @Test
    void the_sheet_of_shipments_has_headings_and_no_personal_data() throws Exception {
        mvc.perform(get("/console/shipments.csv?show=MISSED&carrier=nobody").with(As.staff(jdbc, Role.OPERATOR)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("주문번호")));
        assertThat(CsvCell.plain("=1+1")).isEqualTo("'=1+1");
    }

    @Test
    void a_case_of_another_mall_does_not_exist() throws Exception {
        long foreign = caseIn("hangang");
        String page = "/console/cases/" + foreign;
        for (var request : List.of(
                get(page),
                get(page + "/conversation"),
                post(page + "/assignment"),
                post(page + "/answers").param("text", "안녕하세요").param("key", "k"),
                post(page + "/resolution"),
                delete(page + "/resolution"),
                get("/console/live?topic=case:" + foreign),
                get("/console/orders/999999999999"))) {
            mvc.perform(request.header("HX-Request", "true").with(csrf()).with(As.staff(jdbc, Role.ADMIN)))
                    .andExpect(status().isNotFound());
        }
    }

    @Test
    void CAR_5_who_comes_second_is_told_who_came_first() throws Exception {
        long id = caseIn("rainbow");
        mvc.perform(post("/console/cases/" + id + "/assignment").with(csrf()).with(As.staff(jdbc, Role.AGENT)))
                .andExpect(redirectedUrl("/console/cases/" + id))
                .andExpect(flash().attribute("flash", org.hamcrest.Matchers.hasToString(containsString("한소라"))));
        mvc.perform(post("/console/cases/" + id + "/assignment").with(csrf()).with(As.staff(jdbc, Role.LEAD)))
                .andExpect(flash().attribute("flash", org.hamcrest.Matchers.hasToString(containsString("이미 한소라"))));
    }

    @Test
    void an_answer_sent_twice_by_one_form_is_one_answer_and_solving_can_be_taken_back() throws Exception {
        CaseId id = new CaseId(caseIn("rainbow"));
        for (int i = 0; i < 2; i++) {
            mvc.perform(post("/console/cases/" + id + "/answers")
                            .param("text", "내일 오전에 도착해요.")
                            .param("key", "one-form")
                            .with(csrf())
                            .with(As.staff(jdbc, Role.AGENT)))
                    .andExpect(redirectedUrl("/console/cases/" + id));
        }
        assertThat(cases.conversation(id, null, 30).items())
                .filteredOn(said -> said.author() == CaseMessage.Author.AGENT)
                .hasSize(1);
        mvc.perform(post("/console/cases/" + id + "/resolution").with(csrf()).with(As.staff(jdbc, Role.AGENT)));
        assertThat(cases.find(id).orElseThrow().status()).isEqualTo(CaseStatus.SOLVED);
        mvc.perform(post("/console/cases/" + id + "/resolution")
                .param("_method", "delete")
                .with(csrf())
                .with(As.staff(jdbc, Role.AGENT)));
        assertThat(cases.find(id).orElseThrow().status()).isEqualTo(CaseStatus.OPEN);
        mvc.perform(get("/console/cases/" + id).with(As.staff(jdbc, Role.AGENT)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("내일 오전에 도착해요.")))
                .andExpect(content().string(not(containsString("김하늘"))));
    }

    @Test
    void PRM_1_a_lead_chooses_how_sure_to_promise_and_an_operator_only_looks() throws Exception {
        try {
            mvc.perform(post("/console/windows/what-if")
                            .param("quantile", "80")
                            .with(csrf())
                            .with(As.staff(jdbc, Role.LEAD)))
                    .andExpect(redirectedUrl("/console/windows/what-if"))
                    .andExpect(flash().attribute("flash", org.hamcrest.Matchers.hasToString(containsString("90%"))));
            mvc.perform(get("/console/windows/what-if").with(As.staff(jdbc, Role.OPERATOR)))
                    .andExpect(content().string(containsString("80%")));
        } finally {
            mvc.perform(post("/console/windows/what-if")
                    .param("quantile", "90")
                    .with(csrf())
                    .with(As.staff(jdbc, Role.ADMIN)));
        }
        mvc.perform(post("/console/windows/what-if")
                        .param("quantile", "50")
                        .with(csrf())
                        .with(As.staff(jdbc, Role.OPERATOR)))
                .andExpect(status().isForbidden());
        mvc.perform(post("/console/windows/what-if")
                        .param("quantile", "12")
                        .with(csrf())
                        .with(As.staff(jdbc, Role.LEAD)))
                .andExpect(status().isBadRequest());
    }

    @Test
    void BEN_5_who_looks_after_all_malls_verifies_the_ledger() throws Exception {
        mvc.perform(post("/console/compensation/verification").with(csrf()).with(As.staff(jdbc, Role.ADMIN)))
                .andExpect(redirectedUrl("/console/compensation"))
                .andExpect(flash().attributeExists("flash"));
    }

    @Test
    void L7_a_lead_reads_the_model_card_and_only_who_looks_after_all_malls_may_train_or_switch() throws Exception {
        mvc.perform(get("/console/windows/model").with(As.staff(jdbc, Role.LEAD)))
                .andExpect(content().string(containsString("아직 쓰는 모델이 없어요")))
                .andExpect(content().string(not(containsString("지금 다시 배우기"))));
        for (String change : List.of("/training", "/use?id=999")) {
            mvc.perform(post("/console/windows/model" + change).with(csrf()).with(As.staff(jdbc, Role.LEAD)))
                    .andExpect(status().isForbidden());
            mvc.perform(post("/console/windows/model" + change).with(csrf()).with(As.hangang(jdbc, Role.ADMIN)))
                    .andExpect(status().isForbidden());
            mvc.perform(post("/console/windows/model" + change).with(csrf()).with(As.staff(jdbc, Role.ADMIN)))
                    .andExpect(redirectedUrl("/console/windows/model"))
                    .andExpect(flash().attributeExists("flash"));
        }
    }

    @Test
    void L7_the_ledger_of_all_malls_is_recomputed_by_who_looks_after_all_of_them() throws Exception {
        String verification = "/console/compensation/verification";
        for (Role role : List.of(Role.LEAD, Role.ADMIN)) {
            mvc.perform(post(verification).with(csrf()).with(As.hangang(jdbc, role)))
                    .andExpect(status().isForbidden());
        }
        mvc.perform(get("/console/compensation").with(As.hangang(jdbc, Role.ADMIN)))
                .andExpect(content().string(not(containsString(verification))));
        mvc.perform(post(verification).with(csrf()).with(As.staff(jdbc, Role.ADMIN)))
                .andExpect(redirectedUrl("/console/compensation"));
    }

    private long caseIn(String mall) {
        MallId tenant = malls.byCode(mall).orElseThrow().tenantId();
        long fresh = FRESH.incrementAndGet();
        PersonId person = people.enrol(
                        tenant,
                        List.of(new PersonalData("console-" + fresh, "김하늘", null, fresh + "@example.com", "ko")))
                .getFirst();
        return (((Writing.Taken) cases.write(new CustomerMessage(
                                tenant,
                                person,
                                null,
                                CaseChannel.PORTAL,
                                "택배 언제 와요?",
                                UUID.randomUUID().toString())))
                        .receipt()
                        .caseId())
                .value();
    }
}

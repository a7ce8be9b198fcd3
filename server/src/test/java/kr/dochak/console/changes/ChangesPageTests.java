package kr.dochak.console.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import kr.dochak.As;
import kr.dochak.ProductTest;
import kr.dochak.changes.Actor;
import kr.dochak.changes.Change;
import kr.dochak.changes.ChangeChain;
import kr.dochak.changes.Changes;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.shared.MallId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** ASR-5: the change log as auditors read it. */
@ProductTest
class ChangesPageTests {

    @Autowired
    WebApplicationContext context;

    @Autowired
    Changes changes;

    @Autowired
    ChangeChain chain;

    @Autowired
    JdbcClient jdbc;

    private MockMvc mvc;

    @BeforeEach
    void pages() {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    private MockHttpServletResponse open(String path, RequestPostProcessor who, Object... values) throws Exception {
        return mvc.perform(get(path, values).accept("text/html", "*/*").with(who))
                .andReturn()
                .getResponse();
    }

    /** What stands in the list of the page, in one line. */
    private String list(String path, Object... values) throws Exception {
        String page = open(path, auditor(), values).getContentAsString();
        return page.substring(page.indexOf("<main"))
                .replaceAll("(?s)<[^>]*>", " ")
                .replaceAll("\\s+", " ");
    }

    private RequestPostProcessor auditor() {
        return As.staff(jdbc, Role.AUDITOR);
    }

    private void note(long mall, String object, boolean house) {
        changes.note(
                Change.of("settings", object)
                        .as("settings")
                        .house(house)
                        .with("number", 7, 10)
                        .why("연휴라서"),
                Actor.of(new MallId(mall), 1, "한미나"));
    }

    private long idOf(String object) {
        return jdbc.sql("select id from changes.entry where object = :object order by id desc limit 1")
                .param("object", object)
                .query(Long.class)
                .single();
    }

    @Test
    void ASR_5_it_is_found_by_who_what_object_and_time() throws Exception {
        note(1, "found.one", false);
        String at = "/console/changes?q={q}";
        assertThat(open(at, auditor(), "found.one").getContentAsString()).contains("found.one");
        assertThat(open("/console/changes?kind=settings&q=found.one", auditor()).getContentAsString())
                .contains("설정 found.one");
        assertThat(open("/console/changes?kind=roles&q=found.one", auditor()).getContentAsString())
                .contains("조건에 맞는 기록이 없어요");
        assertThat(open("/console/changes?who={who}&q=found.one", auditor(), "아무도아님")
                        .getContentAsString())
                .contains("조건에 맞는 기록이 없어요");
        assertThat(open("/console/changes?q=found.one&until=2020-01-01", auditor())
                        .getContentAsString())
                .contains("조건에 맞는 기록이 없어요");
        assertThat(open("/console/changes?q=found.one&from=2020-01-01", auditor())
                        .getContentAsString())
                .contains("설정 found.one");
    }

    @Test
    void ASR_5_another_malls_rows_are_not_there() throws Exception {
        note(3, "of.hangang", false);
        note(3, "of.house", true);
        assertThat(list("/console/changes?q=of.hangang")).contains("조건에 맞는 기록이 없어요");
        assertThat(list("/console/changes?q=of.hangang&mall=3")).contains("조건에 맞는 기록이 없어요");
        assertThat(open("/console/changes/" + idOf("of.hangang"), auditor()).getStatus())
                .isEqualTo(404);
        assertThat(list("/console/changes?q=of.house")).contains("설정 of.house");
        assertThat(open("/console/changes/sheet?q=of.hangang&reason={why}", auditor(), "월 점검이에요")
                        .getContentAsString())
                .doesNotContain("of.hangang");
    }

    @Test
    void ASR_5_the_list_goes_on_where_it_ended_though_all_is_of_one_moment() throws Exception {
        for (int n = 0; n < 60; n++) {
            note(1, "paged.one", false);
        }
        String first = open("/console/changes?q=paged.one", auditor()).getContentAsString();
        assertThat(first.split("설정 paged.one", -1)).hasSize(51);
        String next = first.replaceAll("(?s).*rel=\"next\"\\s+href=\"([^\"]+)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(mvc.perform(get(java.net.URI.create(next)).with(auditor()))
                        .andReturn()
                        .getResponse()
                        .getContentAsString()
                        .split("설정 paged.one", -1))
                .hasSize(11);
    }

    @Test
    void ASR_5_log_ins_and_refusals_stand_in_the_same_list() throws Exception {
        open("/console/accounts", As.staff(jdbc, Role.AGENT));
        String page = open("/console/changes?show=refusals", auditor()).getContentAsString();
        assertThat(page).contains("역할 밖 화면", "거절", "GET /console/accounts");
    }

    @Test
    void ASR_5_the_file_wants_a_reason_and_is_a_row_itself() throws Exception {
        note(1, "=SUM(A1)", false);
        assertThat(open("/console/changes/sheet?q={q}", auditor(), "=SUM(A1)").getStatus())
                .isEqualTo(422);
        MockHttpServletResponse sheet =
                open("/console/changes/sheet?q={q}&reason={why}", auditor(), "=SUM(A1)", "십일월 정기 점검");
        assertThat(sheet.getStatus()).isEqualTo(200);
        assertThat(sheet.getContentAsString()).contains("한미나", "숫자: 7 → 10", "연휴라서");
        assertThat(sheet.getContentAsString().lines().filter(line -> line.contains(",=SUM")))
                .isEmpty();
        assertThat(open("/console/changes?kind=changes", auditor()).getContentAsString())
                .contains("변경 기록을 파일로 받았어요", "십일월 정기 점검");
    }

    @Test
    void ASR_5_the_page_says_how_the_chain_stands() throws Exception {
        note(1, "state.one", false);
        while (chain.seal()) {
            // until nothing waits
        }
        mvc.perform(post("/console/changes/verification").with(csrf()).with(As.staff(jdbc, Role.ADMIN)));
        String page = open("/console/changes", auditor()).getContentAsString();
        assertThat(page).containsPattern("기록 [0-9,]+줄이 이어져 있어요").contains("마지막 확인");
        assertThat(page).doesNotContain("action=\"/console/changes/verification\"");
    }
}

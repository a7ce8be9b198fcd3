package kr.dochak.console.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.dochak.As;
import kr.dochak.ProductTest;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.settings.Settings;
import kr.dochak.shared.MallId;
import kr.dochak.time.WorldClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** SET-1: all numbers out into a file and in again, each line by who owns it, all of it or nothing. */
@ProductTest
class SettingFilePageTests {

    private static final MallId RAINBOW = new MallId(1);

    @Autowired
    Settings settings;

    @Autowired
    WebApplicationContext context;

    @Autowired
    WorldClock clock;

    @Autowired
    JdbcClient jdbc;

    private final String reason = "파일 시험 " + UUID.randomUUID();
    private MockMvc mvc;

    @BeforeEach
    void everybody_is_here() {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @AfterEach
    void as_it_came() throws Exception {
        for (String file : List.of("care.reopen-within = 7\nreveals.kept = 731", "mall care.reopen-within = 7")) {
            String page = looked(file, Role.ADMIN);
            if (page.contains("name=\"seen\"")) {
                send("", file, reason, seen(page), Role.ADMIN);
            }
        }
    }

    private MockHttpServletResponse send(String path, String text, String reason, long seen, Role role)
            throws Exception {
        return mvc.perform(post("/console/settings/file" + path)
                        .param("text", text)
                        .param("reason", reason)
                        .param("seen", String.valueOf(seen))
                        .with(csrf())
                        .with(As.staff(jdbc, role)))
                .andReturn()
                .getResponse();
    }

    private String looked(String text, Role role) throws Exception {
        return send("/look", text, reason, 0, role).getContentAsString();
    }

    private static long seen(String page) {
        Matcher field = Pattern.compile("name=\"seen\" value=\"(\\d+)\"").matcher(page);
        assertThat(field.find()).isTrue();
        return Long.parseLong(field.group(1));
    }

    private long number(String key) {
        return settings.number(settings.byKey(key).orElseThrow(), RAINBOW, clock.instant());
    }

    private String downloaded() throws Exception {
        return mvc.perform(get("/console/settings/file/download").with(As.staff(jdbc, Role.ADMIN)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void SET_1_what_went_out_comes_in_and_changes_nothing() throws Exception {
        String file = downloaded();
        settings.all().forEach(each -> assertThat(file).contains("\n" + each.key() + " = "));
        assertThat(looked(file, Role.ADMIN)).contains("바꿀 것이 없어요").doesNotContain("그대로 두는 줄이");
    }

    @Test
    void SET_1_a_file_is_looked_at_first_and_then_counts_at_once() throws Exception {
        String file = downloaded().replaceFirst("\ncare.reopen-within = \\d+", "\ncare.reopen-within = 11");
        long before = number("care.reopen-within");
        String page = looked(file, Role.ADMIN);
        assertThat(page).contains("숫자 1개가 달라져요", "11일 안에");
        assertThat(number("care.reopen-within")).as("a look changes nothing").isEqualTo(before);
        MockHttpServletResponse done = send("", file, reason, seen(page), Role.ADMIN);
        assertThat(done.getStatus()).isEqualTo(302);
        assertThat(number("care.reopen-within")).isEqualTo(11);
    }

    @Test
    void SET_1_each_line_is_its_owners_and_what_cannot_be_is_named() throws Exception {
        String page = looked("""
                mall care.reopen-within = 9
                reveals.per-hour = 60
                care.keep-solved = 3
                care.no-such = 1
                mall reveals.per-hour = 60
                mall care.reopen-within = 8
                나쁜 줄
                """, Role.MANAGER);
        assertThat(page)
                .contains("숫자 1개가 달라져요")
                .contains("2번째 줄 reveals.per-hour: 다른 담당자가")
                .contains("3번째 줄 care.keep-solved:")
                .contains("4번째 줄 care.no-such: 그런 설정이 없거나")
                .contains("5번째 줄 reveals.per-hour: 그런 설정이 없거나")
                .contains("6번째 줄 care.reopen-within: 위에 같은 줄이")
                .contains("7번째 줄은 읽을 수 없어요");
        send("", "mall care.reopen-within = 9\nreveals.per-hour = 60\n", reason, seen(page), Role.MANAGER);
        assertThat(number("care.reopen-within")).isEqualTo(9);
        assertThat(jdbc.sql("select count(*) from settings.change where key = 'reveals.per-hour' and reason = :reason")
                        .param("reason", reason)
                        .query(Long.class)
                        .single())
                .as("a manager owns no such number")
                .isZero();
    }

    @Test
    void SET_1_a_risky_number_from_a_file_waits_for_a_second_person() throws Exception {
        String file = "reveals.per-hour = 61";
        String page = looked(file, Role.ADMIN);
        assertThat(page).contains("동의 필요");
        long before = number("reveals.per-hour");
        send("", file, reason, seen(page), Role.ADMIN);
        assertThat(number("reveals.per-hour")).isEqualTo(before);
    }

    @Test
    void SET_1_what_moved_meanwhile_changes_nothing_at_all() throws Exception {
        String file = "care.reopen-within = 12\nreveals.kept = 800";
        long early = seen(looked(file, Role.ADMIN));
        send("", "care.reopen-within = 13", reason, early, Role.ADMIN);
        var late = send("", "reveals.kept = 800\ncare.reopen-within = 12", reason, early, Role.ADMIN);
        assertThat(late.getRedirectedUrl()).isEqualTo("/console/settings/file");
        assertThat(number("care.reopen-within")).isEqualTo(13);
        assertThat(jdbc.sql("select count(*) from settings.change where key = 'reveals.kept' and reason = :reason")
                        .param("reason", reason)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void SET_1_an_empty_file_or_no_reason_is_said() throws Exception {
        assertThat(Objects.requireNonNull(looked("", Role.ADMIN))).contains("읽을 수 있는 줄이 없어요");
        var answer = send("/look", "care.reopen-within = 9", "", 0, Role.ADMIN);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).doesNotContain("name=\"seen\"");
    }
}

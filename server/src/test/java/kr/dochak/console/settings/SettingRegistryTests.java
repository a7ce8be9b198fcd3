package kr.dochak.console.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kr.dochak.As;
import kr.dochak.ProductTest;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.settings.Setting;
import kr.dochak.settings.SettingPlan;
import kr.dochak.settings.Settings;
import kr.dochak.shared.Words;
import kr.dochak.time.WorldClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** SET-1: every setting has its sentence, its reason, its preview or why there is none, its page, its owner and its history. */
@ProductTest
class SettingRegistryTests {

    @Autowired
    Settings settings;

    @Autowired
    List<SettingPlan> plans;

    @Autowired
    MessageSource words;

    @Autowired
    WebApplicationContext context;

    @Autowired
    WorldClock clock;

    @Autowired
    JdbcClient jdbc;

    private MockMvc mvc;

    @BeforeEach
    void everybody_is_here() {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    private List<Setting<?>> ours() {
        return settings.all().stream()
                .filter(each -> !each.key().startsWith("test."))
                .toList();
    }

    @Test
    void SET_1_each_has_its_sentence_with_one_gap_its_reason_and_what_it_would_have_done() {
        Set<String> counted = plans.stream()
                .flatMap(plan -> plan.previews().stream())
                .map(each -> each.setting().key())
                .collect(Collectors.toSet());
        for (Locale locale : List.of(Locale.KOREAN, Locale.ENGLISH)) {
            Words said = new Words(words, locale);
            for (Setting<?> setting : ours()) {
                String key = "settings." + setting.key();
                assertThat(said.word(key, "\u0001").chars().filter(each -> each == 1))
                        .as(key + " " + locale)
                        .hasSize(1);
                assertThat(said.word(key + ".why")).isNotBlank();
                assertThat(said.word(key + (counted.contains(setting.key()) ? ".preview" : ".no-preview"), 1, 2, 3, 4))
                        .as(key)
                        .isNotBlank();
            }
        }
        assertThat(ours()).extracting(Setting::key).doesNotHaveDuplicates().hasSizeGreaterThan(15);
    }

    /** The law asks for three years, of which one may have a day more. */
    @Test
    void S7_8_what_law_keeps_for_three_years_cannot_be_set_a_day_short() {
        LocalDate first = LocalDate.of(2027, 3, 1);
        long days = ChronoUnit.DAYS.between(first, first.plusYears(3));
        for (String key : List.of("care.keep-solved", "messaging.keep-notices", "tracking.keep-scans")) {
            assertThat(settings.byKey(key).orElseThrow().least()).as(key).isGreaterThanOrEqualTo(days);
        }
        for (String key : List.of("reveals.kept", "identity.security.kept")) {
            assertThat(settings.byKey(key).orElseThrow().least())
                    .as(key)
                    .isGreaterThanOrEqualTo(ChronoUnit.DAYS.between(first, first.plusYears(2)));
        }
    }

    @Test
    void SET_1_each_has_a_page_with_its_number_a_preview_and_its_history() throws Exception {
        for (Setting<?> setting : ours()) {
            long number = setting.usual() == setting.most() ? setting.usual() - 1 : setting.usual() + 1;
            String page = mvc.perform(get("/console/settings/" + setting.key())
                            .param("number", String.valueOf(number))
                            .param("reason", "시험")
                            .with(As.staff(jdbc, Role.ADMIN)))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            assertThat(page).as(setting.key()).contains("이렇게 바꾸면", "바뀐 기록", "지금부터");
        }
    }

    @Test
    void SET_1_only_its_owner_changes_it_and_what_holds_for_all_malls_only_who_may_that() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Setting<?> setting : ours()) {
            for (Role role : Role.values()) {
                if (role == Role.PLATFORM) {
                    continue;
                }
                int status = mvc.perform(post("/console/settings/" + setting.key())
                                .param("number", "x")
                                .param("seen", String.valueOf(Long.MAX_VALUE)) // other tests have changed some
                                .param("reason", "시험")
                                .with(csrf())
                                .with(As.staff(jdbc, role)))
                        .andReturn()
                        .getResponse()
                        .getStatus();
                boolean may = role == Role.ADMIN
                        || setting.perMall() && role.rights().contains(SettingRule.owner(setting.section()));
                if (status != (may ? 422 : 403)) {
                    wrong.add(role + " " + setting.key() + " " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void SET_1_what_files_still_give_is_listed_with_its_reason() throws IOException {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        Set<String> found = scanner.findCandidateComponents("kr.dochak").stream()
                .map(each -> String.valueOf(each.getBeanClassName()))
                .collect(Collectors.toCollection(TreeSet::new));
        try (var list = SettingRegistryTests.class.getResourceAsStream("/settings-in-files.txt")) {
            Set<String> listed = new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf('|')).strip())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(found).isEqualTo(listed);
        }
    }
}

package kr.dochak.console.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kr.dochak.As;
import kr.dochak.ProductTest;
import kr.dochak.TestKeys;
import kr.dochak.changes.Act;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.identity.acts.ActName;
import kr.dochak.shared.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** ASR-5: every door of staff that changes something leaves a row; {@code access-matrix.txt} says which doors there are. */
@ProductTest
class ActsOfDoorsTests {

    /** Doors that change something and leave no row of the change log, each with the reason. */
    private static final Map<String, String> EXCEPTIONS = new LinkedHashMap<>();

    static {
        EXCEPTIONS.put("/console/login/.*", "nobody is logged in yet: the security log has it");
        EXCEPTIONS.put("/console/welcome/.*", "the first password of somebody: the security log has it");
        EXCEPTIONS.put("/setup/.*", "nobody is anybody yet: the security log has who begins");
        EXCEPTIONS.put("/alerts/.*", "acknowledges by a letter, without a log-in: the page notes it itself");
        EXCEPTIONS.put("/login/.*", "the door of customers");
        EXCEPTIONS.put("/t/.*", "the door of customers");
        EXCEPTIONS.put("/hooks/.*", "other systems call back");
        EXCEPTIONS.put(
                "/api/v1/(orders|shipments|scans|carriers|promises)/?.*",
                "the trade of programs, kept in its own history");
        EXCEPTIONS.put("/internal/clock.*", "the time of a demo or a replay, which nobody's work is");
        EXCEPTIONS.put("/img/.*", "closed");
    }

    @Autowired
    WebApplicationContext context;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers;

    @Autowired
    MessageSource messages;

    @Autowired
    JdbcClient jdbc;

    private MockMvc mvc;
    private final Map<String, RequestPostProcessor> callers = new LinkedHashMap<>();

    @BeforeEach
    void everybody_is_here() {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        callers.put("adm", As.staff(jdbc, Role.ADMIN));
        callers.put("mal", As.key(TestKeys.RAINBOW));
        callers.put("key", As.key(TestKeys.ADMIN));
    }

    private record Door(HttpMethod method, String path, String caller) {}

    @Test
    void ASR_5_every_changing_door_of_staff_leaves_a_row() throws Exception {
        List<String> silent = new ArrayList<>();
        List<Door> doors = doors();
        assertThat(doors).hasSizeGreaterThan(80);
        for (Door door : doors) {
            MvcResult answer = mvc.perform(request(door.method(), door.path())
                            .accept("text/html", "*/*")
                            .with(csrf())
                            .with(Objects.requireNonNull(callers.get(door.caller()))))
                    .andReturn();
            if (!(answer.getRequest().getAttribute(Act.class.getName()) instanceof Act act)) {
                silent.add(door + " is not seen");
                continue;
            }
            int status = answer.getResponse().getStatus();
            long rows = count("changes.entry", act);
            if (status < 400 && rows == 0) {
                silent.add(door + " was answered " + status + " and left no row");
            }
            if (status >= 400 && status < 500 && rows > 0) {
                silent.add(door + " was refused with " + status + " and left a row");
            }
            if (count("changes.begun", act) > 0) {
                silent.add(door + " has not ended");
            }
        }
        assertThat(silent).isEmpty();
    }

    private long count(String table, Act act) {
        return jdbc.sql(
                        table.equals("changes.begun")
                                ? "select count(*) from changes.begun where request = :request"
                                : "select count(*) from changes.entry where request = :request")
                .param("request", act.by().request())
                .query(Long.class)
                .single();
    }

    @Test
    void ASR_5_every_act_has_words_in_both_languages() {
        List<String> wordless = new ArrayList<>();
        handlers.getHandlerMethods().forEach((mapping, handler) -> {
            List<String> methods = mapping.getMethodsCondition().getMethods().stream()
                    .filter(method -> method != RequestMethod.GET)
                    .map(RequestMethod::name)
                    .toList();
            for (String pattern : mapping.getPatternValues()) {
                if (pattern.startsWith("/console/") && !isException(pattern)) {
                    methods.forEach(method -> {
                        ActName name = ActName.of(method, pattern, Map.of());
                        for (Locale locale : List.of(Locale.KOREAN, Locale.ENGLISH)) {
                            Words words = new Words(messages, locale);
                            if (ChangeWords.act(name.what(), words).equals(name.what())) {
                                wordless.add("changes.act." + name.what());
                            }
                            if (ChangeWords.kind(name.kind(), words).equals(name.kind())
                                    || !ChangeWords.KINDS.contains(name.kind())) {
                                wordless.add("changes.kind." + name.kind());
                            }
                        }
                    });
                }
            }
        });
        assertThat(wordless).isEmpty();
    }

    private static boolean isException(String path) {
        return EXCEPTIONS.keySet().stream().anyMatch(path::matches);
    }

    /** Those that change something, each with somebody who may open it. */
    private static List<Door> doors() throws IOException {
        List<Door> doors = new ArrayList<>();
        List<String> columns = List.of();
        for (String line : lines()) {
            if (line.startsWith("#") && line.contains(" nob cus ")) {
                columns = List.of(line.substring(1).strip().split("\\s+"));
            }
            if (line.isBlank() || line.startsWith("#") || line.startsWith("GET ")) {
                continue;
            }
            List<String> cells = List.of(line.strip().split("\\s+"));
            List<String> marks = cells.subList(2, cells.size());
            List<String> named = columns;
            Optional<String> caller = List.of("adm", "mal", "key").stream()
                    .filter(each -> marks.get(named.indexOf(each)).equals("Y"))
                    .findFirst();
            if (caller.isPresent() && !isException(cells.get(1))) {
                doors.add(new Door(HttpMethod.valueOf(cells.getFirst()), cells.get(1), caller.get()));
            }
        }
        return doors;
    }

    private static List<String> lines() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(ActsOfDoorsTests.class.getResourceAsStream("/access-matrix.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}

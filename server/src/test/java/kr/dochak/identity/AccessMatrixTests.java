package kr.dochak.identity;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import kr.dochak.As;
import kr.dochak.ProductTest;
import kr.dochak.TestKeys;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** IDN-1: {@code access-matrix.txt}, every row with every kind of caller. A new page of any module gets a row there. */
@ProductTest
class AccessMatrixTests {

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    private MockMvc mvc;
    private final Map<String, RequestPostProcessor> callers = new LinkedHashMap<>();

    private record Row(HttpMethod method, String path, List<String> marks) {}

    @BeforeEach
    void everybody_is_here() {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        callers.put("nobody", request -> request);
        callers.put("customer", As.customer(new PersonId(900_000_000), new MallId(1)));
        for (StaffMember.Role role : EnumSet.complementOf(EnumSet.of(StaffMember.Role.PLATFORM))) {
            callers.put(role.name(), As.staff(jdbc, role));
        }
        callers.put("mall key", As.key(TestKeys.RAINBOW));
        callers.put("carrier key", As.key(TestKeys.CARRIER));
        callers.put("admin key", As.key(TestKeys.ADMIN));
    }

    @TestFactory
    Stream<DynamicTest> IDN_1_everybody_reaches_what_is_theirs_and_nothing_else() throws IOException {
        return rows().stream().map(row -> dynamicTest(row.method() + " " + row.path(), () -> check(row)));
    }

    /** Their own password and log-ins are nobody else's business. */
    @Test
    void ASR_5_an_auditor_reads_and_cannot_act() throws IOException {
        List<String> names = List.copyOf(callers.keySet());
        Assertions.assertThat(rows().stream()
                        .filter(row -> !row.method().equals(HttpMethod.GET))
                        .filter(
                                row -> row.path().startsWith("/console/")
                                        && !row.path()
                                                .matches(
                                                        "/console/(sessions|password|second-factor|passkeys|mall|login|welcome).*"))
                        .filter(row -> row.marks().get(names.indexOf("AUDITOR")).equals("Y")))
                .isEmpty();
    }

    private void check(Row row) throws Exception {
        List<String> reached = new ArrayList<>();
        for (RequestPostProcessor caller : callers.values()) {
            Object handler = mvc.perform(request(row.method(), row.path())
                            .accept("text/html", "*/*")
                            .with(csrf())
                            .with(caller))
                    .andReturn()
                    .getHandler();
            reached.add(handler == null ? "-" : "Y");
        }
        Assertions.assertThat(reached)
                .as("%s of %s", row.path(), callers.keySet())
                .isEqualTo(row.marks());
    }

    private static List<Row> rows() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(AccessMatrixTests.class.getResourceAsStream("/access-matrix.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.strip().split("\\s+")))
                    .map(words ->
                            new Row(HttpMethod.valueOf(words.get(0)), words.get(1), words.subList(2, words.size())))
                    .toList();
        }
    }
}

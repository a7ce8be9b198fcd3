package kr.dochak.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.dochak.As;
import kr.dochak.ProductTest;
import kr.dochak.TestKeys;
import kr.dochak.identity.StaffMember;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * L2: every door of {@code access-matrix.txt}, as everybody who may open it, with values that nobody sends; whatever is
 * answered, it is no failure of ours. The parameters are those that the handlers declare, so a new one is tried by itself.
 */
@ProductTest
class HostileTextTests {

    private static final List<String> HOSTILE = List.of(
            "\0",
            "a\0b",
            "\ud800",
            "\udfffx",
            "가".repeat(100_000),
            "-1",
            "x",
            "",
            "9223372036854775808",
            "%00",
            "'\"<\\");

    /** They come by doors that others open too, so they are tried only where nobody came before. */
    private static final Set<String> MORE_ROLES = EnumSet.complementOf(EnumSet.of(
                    StaffMember.Role.AGENT, StaffMember.Role.LEAD, StaffMember.Role.OPERATOR, StaffMember.Role.ADMIN))
            .stream()
            .map(Enum::name)
            .collect(Collectors.toUnmodifiableSet());

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
                .addFilters(context.getBean(PossibleText.class))
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
    Stream<DynamicTest> L2_no_value_that_anybody_sends_is_a_failure_of_ours() throws IOException {
        return rows().stream().map(row -> dynamicTest(row.method() + " " + row.path(), () -> check(row)));
    }

    private void check(Row row) throws Exception {
        List<String> failures = new ArrayList<>();
        HandlerMethod handler = handler(row);
        List<String> parameters = handler == null ? List.of("q", "after", "id") : parameters(handler);
        int caller = 0;
        boolean first = true;
        for (Map.Entry<String, RequestPostProcessor> each : callers.entrySet()) {
            if (row.marks().get(caller++).equals("Y") && (first || !MORE_ROLES.contains(each.getKey()))) {
                for (String value : HOSTILE) {
                    send(row, at(row), parameters, value, each, failures);
                    if (first) {
                        for (String one : parameters) {
                            send(row, at(row), List.of(one), value, each, failures);
                        }
                        bodies(row, handler, value, each, failures);
                    }
                }
                first = false;
            }
        }
        assertThat(failures).isEmpty();
    }

    /** The same address with a hostile value in place of each number or name; the last of them is tried as well. */
    private static List<String> at(Row row) {
        String last = row.path().substring(row.path().lastIndexOf('/') + 1);
        return last.matches("\\d+|token|R-1")
                ? List.of(row.path(), row.path().replace(last, "-1"), row.path().replace(last, "x'\"가"))
                : List.of(row.path());
    }

    private void send(
            Row row,
            List<String> paths,
            List<String> parameters,
            String value,
            Map.Entry<String, RequestPostProcessor> caller,
            List<String> failures) {
        for (String path : paths) {
            MockHttpServletRequestBuilder sent = request(
                    row.method(),
                    UriComponentsBuilder.fromPath(path).build().encode().toUri());
            parameters.forEach(each -> sent.param(each, value));
            tell(sent, row, caller, parameters + "=" + shown(value), failures);
        }
    }

    private void bodies(
            Row row,
            HandlerMethod handler,
            String value,
            Map.Entry<String, RequestPostProcessor> caller,
            List<String> failures) {
        if (handler == null) {
            return;
        }
        Arrays.stream(handler.getMethodParameters())
                .filter(each -> each.hasParameterAnnotation(RequestBody.class))
                .findFirst()
                .ifPresent(each -> {
                    for (String json : json(each.getParameterType(), value)) {
                        MockHttpServletRequestBuilder sent = request(row.method(), row.path())
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(json);
                        tell(sent, row, caller, shown(json), failures);
                    }
                });
    }

    private static List<String> json(Class<?> type, String value) {
        String text = "\"" + escaped(value) + "\"";
        List<String> all = new ArrayList<>(List.of(text, "[" + text + "]", "{\"x\":" + text + "}", value, "null"));
        if (type.isRecord()) {
            List<String> names = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getName)
                    .toList();
            names.forEach(name -> all.add("{\"" + name + "\":" + text + "}"));
            all.add(names.stream().map(name -> "\"" + name + "\":" + text).collect(Collectors.joining(",", "{", "}")));
        }
        return all;
    }

    private static String escaped(String value) {
        StringBuilder text = new StringBuilder();
        value.chars()
                .forEach(each -> text.append(
                        each < 0x20 || each == '"' || each == '\\' || Character.isSurrogate((char) each)
                                ? "\\u%04x".formatted(each)
                                : String.valueOf((char) each)));
        return text.toString();
    }

    private void tell(
            MockHttpServletRequestBuilder sent,
            Row row,
            Map.Entry<String, RequestPostProcessor> caller,
            String what,
            List<String> failures) {
        String place = caller.getKey() + " " + row.method() + " " + row.path() + " " + what;
        try {
            int status = mvc.perform(
                            sent.accept("text/html", "*/*").with(csrf()).with(caller.getValue()))
                    .andReturn()
                    .getResponse()
                    .getStatus();
            if (status >= 500) {
                failures.add(place + " → " + status);
            }
        } catch (Exception e) {
            failures.add(place + " → " + e);
        }
    }

    private static String shown(String value) {
        String text = escaped(value);
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    private HandlerMethod handler(Row row) {
        var asked = new org.springframework.mock.web.MockHttpServletRequest(
                context.getServletContext(), row.method().name(), row.path());
        asked.addHeader("Accept", "*/*");
        org.springframework.web.util.ServletRequestPathUtils.parseAndCache(asked);
        try {
            var chain = context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                    .getHandler(asked);
            return chain != null && chain.getHandler() instanceof HandlerMethod found ? found : null;
        } catch (Exception otherKindOfBody) {
            return null;
        }
    }

    private static List<String> parameters(HandlerMethod handler) {
        List<String> names = new ArrayList<>(List.of("q", "after"));
        for (MethodParameter each : handler.getMethodParameters()) {
            RequestParam declared = each.getParameterAnnotation(RequestParam.class);
            if (declared != null && !each.getParameterType().equals(Map.class)) {
                each.initParameterNameDiscovery(new org.springframework.core.DefaultParameterNameDiscoverer());
                names.add(
                        declared.name().isEmpty() ? Objects.requireNonNull(each.getParameterName()) : declared.name());
            }
        }
        return names.stream().distinct().toList();
    }

    private static List<Row> rows() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(HostileTextTests.class.getResourceAsStream("/access-matrix.txt"))) {
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

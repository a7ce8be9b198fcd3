package kr.dochak.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.dochak.As;
import kr.dochak.ProductTest;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.identity.doors.DoorTable;
import kr.dochak.identity.doors.LoginFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** IDN-1: no page shows somebody a form that its door would refuse; what may not be done is not there. */
@ProductTest
class FormsTests {

    private static final Pattern FORM = Pattern.compile("<form[^>]*>");
    private static final Pattern ACTION = Pattern.compile("action=\"([^\"?#]+)");

    @Autowired
    WebApplicationContext context;

    @Autowired
    DoorTable doors;

    @Autowired
    JdbcClient jdbc;

    private MockMvc mvc;

    @BeforeEach
    void pages() {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "PLATFORM")
    void IDN_1_no_role_is_shown_a_form_that_its_door_refuses(Role role) throws Exception {
        Authentication login = LoginFixture.staff(jdbc, role.name().toLowerCase(Locale.ROOT) + "@dochak.example");
        List<String> wrong = new ArrayList<>();
        for (String path : pagesOfStaff()) {
            String page = mvc.perform(get(path).accept("text/html").with(As.staff(jdbc, role)))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            Matcher forms = FORM.matcher(page);
            while (forms.find()) {
                Matcher action = ACTION.matcher(forms.group());
                boolean sends = forms.group().contains("method=\"post\"");
                if (action.find()
                        && !(sends
                                ? LoginFixture.maySend(doors, action.group(1), login)
                                : doors.isOpen(action.group(1), login))) {
                    wrong.add(path + " shows " + action.group(1));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<String> pagesOfStaff() throws IOException {
        try (InputStream file = Objects.requireNonNull(FormsTests.class.getResourceAsStream("/access-matrix.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("GET ") && line.contains(" /console"))
                    .map(line -> line.split("\\s+")[1])
                    .filter(path -> !path.endsWith("/live"))
                    .toList();
        }
    }
}

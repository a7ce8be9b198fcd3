package kr.dochak;

import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import kr.dochak.identity.StaffMember.Role;
import kr.dochak.shared.Cursor;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A cursor that nobody gave out: the API says so, and a page begins from its beginning. */
@ProductTest
class BrokenCursorTests {

    private static final String[] GARBAGE = {"x", "-5", "%00", "' or 1=1", "AAAA", "9223372036854775807"};

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    private MockMvc mvc;

    @BeforeEach
    void start() {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/orders", "/inbox", "/benefits", "/help"})
    void a_customers_list_begins_anew(String list) throws Exception {
        for (String garbage : GARBAGE) {
            mvc.perform(get(list)
                            .queryParam("after", garbage)
                            .with(As.customer(new PersonId(900_000_000), new MallId(1))))
                    .andExpect(redirectedUrl(list));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/orders",
                "/console/shipments?show=DELAYED",
                "/console/shipments?show=KEPT",
                "/console/shipments/situations",
                "/console/cases?view=all",
                "/console/cases?view=solved",
                "/console/compensation",
                "/console/webhooks",
                "/console/webhooks/{id}",
                "/console/windows",
                "/console/windows/lanes",
                "/console/windows/hubs"
            })
    void a_list_of_the_console_begins_anew(String list) throws Exception {
        String path = list.replace("{id}", "" + endpoint());
        for (String garbage : GARBAGE) {
            mvc.perform(get(path).queryParam("after", garbage).with(As.staff(jdbc, Role.ADMIN)))
                    .andExpect(redirectedUrl(path));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/orders", "/api/v1/webhooks", "/api/v1/webhooks/{id}/deliveries"})
    void a_list_of_the_api_refuses_it(String list) throws Exception {
        String path = list.replace("{id}", "" + endpoint());
        for (String garbage : GARBAGE) {
            mvc.perform(get(path).queryParam("after", garbage).with(As.key(TestKeys.RAINBOW)))
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.type").value("/problems/" + Cursor.UNREADABLE));
        }
    }

    @Test
    void what_was_given_out_is_taken() throws Exception {
        mvc.perform(get("/benefits")
                        .queryParam("after", Cursor.after(7))
                        .with(As.customer(new PersonId(900_000_000), new MallId(1))))
                .andExpect(status().isOk());
        mvc.perform(get("/api/v1/orders").queryParam("after", Cursor.after(7)).with(As.key(TestKeys.RAINBOW)))
                .andExpect(status().isOk());
    }

    /** Of the mall whose key and staff ask here. */
    private long endpoint() {
        long tenant = jdbc.sql("select tenant_id from identity.staff where email = 'admin@dochak.example'")
                .query(Long.class)
                .single();
        jdbc.sql("insert into webhooks.mall (tenant_id) values (:tenant) on conflict do nothing")
                .param("tenant", tenant)
                .update();
        return jdbc.sql("""
                insert into webhooks.endpoint (tenant_id, url, description, events, state, state_at, secret, created_at)
                values (:tenant, 'https://broken-cursor.example', '', '{promise.made}', 'PAUSED', now(), '\\x00', now())
                on conflict (tenant_id, url) do update set description = ''
                returning id
                """).param("tenant", tenant).query(Long.class).single();
    }
}

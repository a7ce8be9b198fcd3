package kr.dochak.identity.oidc;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import kr.dochak.ProductTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** IDN-1: without a provider there is no button, and no door answers. */
@ProductTest
class NoProviderTests {

    @Autowired
    private WebApplicationContext context;

    private MockMvc mvc() {
        return MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console/login/oidc", "/console/login/oidc/back?code=x&state=y"})
    void IDN_1_no_door_answers(String address) throws Exception {
        mvc().perform(get(address).accept("text/html")).andExpect(status().isNotFound());
    }

    @Test
    void IDN_1_no_button_is_shown() throws Exception {
        mvc().perform(get("/console/login?oidc=UNKNOWN"))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("계정으로 로그인"))))
                .andExpect(content().string(not(containsString("초대를 부탁해"))));
    }
}

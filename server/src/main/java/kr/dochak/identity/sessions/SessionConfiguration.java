package kr.dochak.identity.sessions;

import kr.dochak.identity.vault.Secrets;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.FlashMapManager;
import tools.jackson.databind.json.JsonMapper;

/** What Spring's own way would keep in a session of the server is kept in the browser. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SessionSettings.class)
class SessionConfiguration {

    @Bean
    FlashMapManager flashMapManager(Secrets secrets, JsonMapper json) {
        return new SealedFlash(secrets, json);
    }
}

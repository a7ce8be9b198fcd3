package kr.dochak.limits;

import java.util.List;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.util.NetMaskSet;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Has Tomcat keep the limits that no filter can: before a request is whole, and while its body is read. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitSettings.class)
class LimitsConfiguration {

    private final LimitSettings settings;

    LimitsConfiguration(LimitSettings settings) {
        this.settings = settings;
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> requestsAreTimed() {
        LimitSettings.Slow slow = settings.slow();
        Pace pace = new Pace(
                slow.header(),
                slow.body(),
                slow.rate().toBytes(),
                settings.body().refused().toBytes());
        TomcatConnectorCustomizer timed = connector -> keep(connector, pace, settings);
        return factory -> {
            factory.setProtocol(TimedHttp.class.getName());
            factory.addConnectorCustomizers(timed);
        };
    }

    @EventListener(ApplicationReadyEvent.class)
    void compilersStepBack() {
        Humble.compilers(settings.atOnce().compiler());
    }

    private static void keep(Connector connector, Pace pace, LimitSettings settings) {
        connector.setMaxPostSize((int) settings.body().form().toBytes());
        if (connector.getProtocolHandler() instanceof TimedHttp http) {
            int silence = (int) settings.slow().silence().toMillis();
            http.setConnectionTimeout(silence);
            http.setDisableUploadTimeout(false);
            http.setConnectionUploadTimeout(silence);
            http.setMaxSwallowSize((int) pace.mostRefused());
            NetMaskSet unlimited = masks(settings.address().unlimited());
            RefusedBodies refused = new RefusedBodies(
                    settings.address().refusedBodies(), settings.atOnce().refusedBodies(), unlimited);
            http.keep(pace, refused, settings.address().connections(), unlimited);
        }
    }

    /** Networks in the server's own writing, separated by commas. */
    static NetMaskSet masks(String networks) {
        NetMaskSet masks = new NetMaskSet();
        List<String> wrong = masks.addAll(networks);
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException("no networks: " + wrong);
        }
        return masks;
    }
}

package kr.dochak.identity.doors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Order numbers are the malls' own ({@code S/2026/0001}) and stand in addresses of the API, with their marks encoded. There, and
 * only there, an encoded mark is let through; it stays a mark of the number and never parts an address.
 */
@Configuration(proxyBeanMethods = false)
class NumbersInAddresses {

    private static final String ORDERS = "/api/v1/orders/";

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> encodedMarksStayEncoded() {
        return factory -> factory.addConnectorCustomizers(connector -> {
            connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
            connector.setEncodedReverseSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
        });
    }

    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall everywhere = new StrictHttpFirewall();
        StrictHttpFirewall ofOrders = new StrictHttpFirewall();
        ofOrders.setAllowUrlEncodedSlash(true);
        ofOrders.setAllowUrlEncodedDoubleSlash(true);
        ofOrders.setAllowUrlEncodedPercent(true);
        ofOrders.setAllowUrlEncodedPeriod(true);
        ofOrders.setAllowBackSlash(true);
        ofOrders.setAllowSemicolon(true);
        return new HttpFirewall() {

            @Override
            public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
                return (isOfOrder(request.getRequestURI()) ? ofOrders : everywhere).getFirewalledRequest(request);
            }

            @Override
            public HttpServletResponse getFirewalledResponse(HttpServletResponse response) {
                return everywhere.getFirewalledResponse(response);
            }
        };
    }

    /** Marks that are not encoded have their usual meaning, and are looked at as everywhere. */
    private static boolean isOfOrder(String address) {
        return address.startsWith(ORDERS)
                && address.indexOf(';') < 0
                && address.indexOf('\\') < 0
                && !address.contains("/../")
                && !address.contains("//");
    }
}

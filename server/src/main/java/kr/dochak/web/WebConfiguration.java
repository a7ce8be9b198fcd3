package kr.dochak.web;

import jakarta.servlet.MultipartConfigElement;
import java.net.InetAddress;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import kr.dochak.api.ProblemWriter;
import kr.dochak.database.StartProblem;
import kr.dochak.database.WorkFolder;
import kr.dochak.shared.PublicUrl;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.valves.RemoteIpValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Cookie;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Makes the server safe to be reached, and refuses to start where it would not be. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebSettings.class)
class WebConfiguration {

    @Bean
    PublicUrl publicUrl(WebSettings settings) {
        PublicUrl url = read(settings.publicUrl());
        if (!url.isEncrypted() && !url.isHere() && !settings.demo()) {
            throw new StartProblem(
                    "People would reach this server at " + settings.publicUrl()
                            + ": log-in codes, cookies and addresses would cross the network in clear.",
                    "Put a proxy with TLS before it (docs/behind-tls.md) and set DOCHAK_PUBLIC_URL to its https:// address.");
        }
        return url;
    }

    private static PublicUrl read(String text) {
        try {
            return new PublicUrl(URI.create(text.strip()));
        } catch (IllegalArgumentException e) {
            throw new StartProblem(
                    "DOCHAK_PUBLIC_URL is not an address: " + text,
                    "Set it to where people reach this server, as https://…");
        }
    }

    @Bean
    KnownHosts knownHosts(WebSettings settings, PublicUrl url, ProblemWriter problems) {
        Set<String> hosts = new LinkedHashSet<>(Set.of(url.host()));
        settings.hosts().forEach(host -> hosts.add(host.strip().toLowerCase(Locale.ROOT)));
        return new KnownHosts(hosts, problems);
    }

    @Bean
    Drain drain(WebSettings settings) {
        return new Drain(settings.drain());
    }

    /** Uploads lie where nobody else may read them, and are gone after a kill. */
    @Bean
    MultipartConfigElement multipartConfigElement(MultipartProperties properties, WorkFolder files) {
        properties.setLocation(files.folder().toString());
        return properties.createMultipartConfig();
    }

    /** After Spring Boot's own, whose settings it goes on from. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> outside(WebSettings settings, PublicUrl url) {
        return server -> {
            if (settings.demo()) {
                server.setAddress(addressOfDemo(settings, server.getAddress()));
            }
            if (!settings.trustedProxies().isBlank()) {
                server.addEngineValves(believing(settings.trustedProxies()));
            } else if (url.isEncrypted()) {
                server.addConnectorCustomizers(WebConfiguration::behindTls);
            }
            Cookie session = server.getSettings().getSession().getCookie();
            session.setName(url.cookie("JSESSIONID"));
            session.setSecure(url.isEncrypted());
            session.setHttpOnly(true);
        };
    }

    /** Everybody knows the password of a demo, so others come in only where there is another one. */
    private static InetAddress addressOfDemo(WebSettings settings, @Nullable InetAddress asked) {
        InetAddress address = asked == null ? InetAddress.getLoopbackAddress() : asked;
        if (!address.isLoopbackAddress() && settings.demoPassword().isBlank()) {
            throw new StartProblem(
                    "Others could reach this demo at " + address.getHostAddress()
                            + " and log in with the password of all demos.",
                    "Set DOCHAK_DEMO_PASSWORD, or leave DOCHAK_BIND out: the demo then stays on this machine.");
        }
        return address;
    }

    /** Where no proxy is believed about how a visitor came, the public address says it: cookies are secure, redirects go to https. */
    private static void behindTls(Connector connector) {
        connector.setScheme("https");
        connector.setSecure(true);
    }

    /** What strangers say of themselves stands further left in X-Forwarded-For and is not read. */
    private static RemoteIpValve believing(String proxies) {
        RemoteIpValve valve = new RemoteIpValve();
        valve.setInternalProxies(proxies.replaceAll("\\s", ""));
        valve.setRemoteIpHeader("X-Forwarded-For");
        valve.setProtocolHeader("X-Forwarded-Proto");
        valve.setPortHeader("X-Forwarded-Port");
        return valve;
    }
}

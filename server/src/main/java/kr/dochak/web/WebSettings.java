package kr.dochak.web;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The server towards the world.
 *
 * @param publicUrl where people reach it
 * @param hosts further names it answers to, of an API for instance
 * @param trustedProxies who is believed about the address of a visitor: networks as {@code 10.0.0.0/8}, separated by commas;
 *     empty: nobody
 * @param drain how long a process that ends goes on answering, so that a proxy before several sends nobody to it any more
 * @param demo whether this is the demo, which stays on this machine unless asked
 * @param demoPassword of the demo's accounts; empty: the one that everybody knows
 */
@ConfigurationProperties("dochak.web")
record WebSettings(
        @DefaultValue("http://localhost:8080") String publicUrl,
        @DefaultValue List<String> hosts,
        @DefaultValue("") String trustedProxies,
        @DefaultValue("0s") Duration drain,
        @DefaultValue("false") boolean demo,
        @DefaultValue("") String demoPassword) {}

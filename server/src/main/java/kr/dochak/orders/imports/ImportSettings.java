package kr.dochak.orders.imports;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the company's own table of states is, and how many files of a mall may wait.
 *
 * @param data the folder of everything that must survive a restart; the table is in its folder {@code mappings}
 */
@ConfigurationProperties("dochak")
record ImportSettings(
        @DefaultValue("./data") Path data, @DefaultValue Imports imports) {

    /** @param ofMall how many files of one mall may be read or wait for it at once; the next one is refused until one is done */
    record Imports(@DefaultValue("5") int ofMall) {}
}

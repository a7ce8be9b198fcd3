package kr.dochak.identity.vault;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where a key that nobody gave may be kept: only beside an embedded database, whose folder lives as long as its data. */
@ConfigurationProperties("dochak")
record VaultSettings(
        @DefaultValue("./data") Path data, @DefaultValue Database database) {

    record Database(@DefaultValue("") String url) {}

    boolean databaseIsOutside() {
        return !database.url().isBlank();
    }

    Path keyFile() {
        return data.toAbsolutePath().resolve("vault.key");
    }
}

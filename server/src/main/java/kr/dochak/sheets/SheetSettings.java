package kr.dochak.sheets;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the company's own mappings are.
 *
 * @param data the folder of everything that must survive a restart; mappings are in its folder {@code mappings}
 */
@ConfigurationProperties("dochak")
record SheetSettings(@DefaultValue("./data") Path data) {}

package kr.dochak.backup;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param data the folder of everything that must survive a restart */
@ConfigurationProperties("dochak")
record BackupSettings(@DefaultValue("./data") Path data) {}

package kr.dochak.identity.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The security log.
 *
 * @param kept how long its rows stay; never less than a year
 * @param alarm refusals within ten minutes beyond which the board shows a line
 * @param rowsOfOne rows a minute for one kind from one address; the rest of them is one row with their number
 * @param rowsOfAll rows a minute in all; beyond them addresses are put together too
 */
@ConfigurationProperties("dochak.identity.security")
record SecuritySettings(
        @DefaultValue("730d") Duration kept,
        @DefaultValue("100") int alarm,
        @DefaultValue("20") int rowsOfOne,
        @DefaultValue("200") int rowsOfAll) {}

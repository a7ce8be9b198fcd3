package kr.dochak.identity.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a machine of this size writes of a flood into the security log; what is policy about it is {@link SecurityNumbers}.
 *
 * @param rowsOfOne rows a minute for one kind from one address; the rest of them is one row with their number
 * @param rowsOfAll rows a minute in all; beyond them addresses are put together too
 */
@ConfigurationProperties("dochak.identity.security")
record SecuritySettings(
        @DefaultValue("20") int rowsOfOne,
        @DefaultValue("200") int rowsOfAll) {}

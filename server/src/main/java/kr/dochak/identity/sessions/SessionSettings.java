package kr.dochak.identity.sessions;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many log-ins a machine of this size keeps; what is policy about them is {@link SessionNumbers}.
 *
 * @param inAll beyond this many of all people the oldest end
 */
@ConfigurationProperties("dochak.identity.sessions")
record SessionSettings(@DefaultValue("500000") int inAll) {}

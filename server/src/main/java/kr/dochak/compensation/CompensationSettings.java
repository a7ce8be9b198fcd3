package kr.dochak.compensation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param rememberKept how long a kept promise is remembered, so that a delay told of too late is not compensated; longer
 *     than any fact can be under way
 */
@ConfigurationProperties("dochak.compensation")
record CompensationSettings(@DefaultValue("14d") Duration rememberKept) {}

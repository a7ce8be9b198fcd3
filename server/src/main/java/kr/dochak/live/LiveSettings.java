package kr.dochak.live;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many pages may be open that change by themselves, beside what an audience may have. The newest is refused and not the
 * oldest ended: a browser whose stream is ended connects again, and two pages would take turns for ever.
 *
 * @param ofReader of one person, member of staff or tracking link; enough for many tabs, and for pages just left whose end
 *     shows only at the next beat
 * @param ofAddress of one network address; thousands of phones of a mobile network may share one
 */
@ConfigurationProperties("dochak.live")
record LiveSettings(
        @DefaultValue("20") int ofReader,
        @DefaultValue("200") int ofAddress) {}

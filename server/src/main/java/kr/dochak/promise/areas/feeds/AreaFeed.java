package kr.dochak.promise.areas.feeds;

import java.net.URI;
import java.time.Instant;

/** How one public service is asked and read. Pure: no network, no clock. */
public interface AreaFeed {

    AreaSource source();

    /** True when an answer lists everything that stands, so that what it does not name is over. */
    boolean tellsAll();

    /** How many entries a page has at most; a full one is followed by the next. */
    int pageSize();

    /**
     * What to ask.
     *
     * @param first nothing is known of this source yet: it is asked as far back as it is worth
     * @param page from 1
     */
    URI question(String url, String key, boolean first, int page, Instant now);

    AreaAnswer read(int status, String body);
}

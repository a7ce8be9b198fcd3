package kr.dochak.messaging;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words of notices: made when they are announced, written down, and shown from what was written (MSG-8). Where the texts
 * come from is not the reader's business.
 */
public interface NoticeWords {

    /** Writes down what stands in the inbox from this moment on, in both languages; again changes nothing. */
    void announced(Collection<NoticeRow> notices, Instant at);

    /**
     * For the inbox, in the order of the notices: no greeting, no link, no name. What was not announced, or long before words
     * were written down, is in the words of today and marked so.
     */
    List<Written> forInbox(Collection<NoticeRow> notices, String language);

    /** What went out, by notice and channel; names and links are hidden. */
    Map<Long, Map<ChannelName, Written>> sentOut(Collection<Long> noticeIds);

    /** A text ready to be read. */
    record Text(String title, String body) {}

    /**
     * What was said, with what it was said by.
     *
     * @param version of its template
     * @param policyId the compensation policy by which it speaks of something given, else null
     * @param madeLater true where these are not the very words that were said
     */
    record Written(Text text, int version, @Nullable Long policyId, boolean madeLater) {}
}

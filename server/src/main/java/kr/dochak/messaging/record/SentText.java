package kr.dochak.messaging.record;

import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.dochak.messaging.ChannelName;
import kr.dochak.messaging.NoticeWords.Text;
import org.jspecify.annotations.Nullable;

/**
 * What was said in one notice on one channel, as it was written down (MSG-8). A name and links stand in it as
 * {@code #{name}}: their values are in {@code sealed} and open with the person's key only.
 *
 * @param version of the template
 * @param policyId the compensation policy by which it speaks of something given; null where it speaks of nothing given
 * @param sealed the values it was sent with; null for the inbox, which names nobody
 * @param madeLater true where it was said before texts were written down: made afterwards, with the template of that day
 */
record SentText(
        long noticeId,
        ChannelName channel,
        String language,
        long templateId,
        int version,
        @Nullable Long policyId,
        Text text,
        byte @Nullable [] sealed,
        boolean madeLater,
        Instant writtenAt) {

    private static final Pattern GAP = Pattern.compile("#\\{([a-zA-Z]+)}");

    /** The text with these values in their places; a place without a value stays as it is. */
    Text filled(Map<String, String> values) {
        return new Text(fill(text.title(), values), fill(text.body(), values));
    }

    private static String fill(String text, Map<String, String> values) {
        return GAP.matcher(text)
                .replaceAll(gap -> Matcher.quoteReplacement(values.getOrDefault(gap.group(1), gap.group())));
    }
}

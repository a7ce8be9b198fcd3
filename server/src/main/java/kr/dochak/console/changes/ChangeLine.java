package kr.dochak.console.changes;

import java.time.Instant;
import java.util.List;
import kr.dochak.pages.Tone;
import org.jspecify.annotations.Nullable;

/**
 * One line of the change log as it is shown.
 *
 * @param mall the name of the mall it is of; empty for what counts in all
 * @param href its own page; empty for a line of the doors
 * @param what the act in words
 * @param object the thing it is about, as people know it; empty where there is none
 * @param objectHref its page; empty where the reader may not open it
 * @param outcome how it was answered, where it was not simply done; empty otherwise
 */
public record ChangeLine(
        Instant at,
        String mall,
        String href,
        String who,
        String roles,
        String address,
        String what,
        String object,
        String objectHref,
        List<String> sentences,
        String reason,
        String outcome,
        @Nullable Tone tone) {}

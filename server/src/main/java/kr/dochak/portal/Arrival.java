package kr.dochak.portal;

import kr.dochak.pages.Tone;
import org.jspecify.annotations.Nullable;

/**
 * The answer to “when does it come?”.
 *
 * @param line the answer itself, drawn large
 * @param sure how sure it is, and what was promised
 * @param was what was promised before, to be struck through
 */
public record Arrival(String line, String sure, @Nullable String was, Tone tone) {}

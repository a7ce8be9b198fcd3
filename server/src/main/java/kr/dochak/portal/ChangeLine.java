package kr.dochak.portal;

import org.jspecify.annotations.Nullable;

/**
 * What changed about a promise.
 *
 * @param was the promise that no longer holds, to be struck through
 * @param why the reason in a sentence
 * @param given what was given for it, or null when nothing was
 */
public record ChangeLine(
        @Nullable String was, String why, @Nullable String given) {}

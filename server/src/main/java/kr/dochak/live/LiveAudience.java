package kr.dochak.live;

import java.time.Duration;

/**
 * Who listens together: the pages of one surface.
 *
 * @param most how many of its streams may be open at once in this process, so that one surface never takes another's room
 * @param together changes within this time become one word
 * @param longest after this a stream ends; the browser connects anew, and who may listen is looked at again
 */
public record LiveAudience(String name, int most, Duration together, Duration longest) {}

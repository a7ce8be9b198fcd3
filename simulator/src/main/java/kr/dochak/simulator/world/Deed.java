package kr.dochak.simulator.world;

import java.time.LocalDateTime;
import java.util.Map;

/**
 * Something done to the world by hand.
 * Everything else in it follows from its seed, so with these it can be lived again.
 *
 * @param at the world's own moment
 * @param act what was done, by the name of the world's method
 * @param with how, each part as text
 */
public record Deed(LocalDateTime at, String act, Map<String, String> with) {}

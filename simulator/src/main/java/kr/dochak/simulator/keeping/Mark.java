package kr.dochak.simulator.keeping;

import java.time.LocalDateTime;

/**
 * How far the server knows a world: everything it was to be told until then, it has acknowledged.
 *
 * @param at the world's moment
 * @param deeds how many deeds by hand lie before it
 * @param sum of everything told until then, which a world that is lived again must have too
 */
public record Mark(LocalDateTime at, int deeds, long sum) {}

package kr.dochak.pages;

import java.util.List;

/**
 * The six stages of an order. {@code reached} counts the stages that are done or under way; {@code times} says when, as
 * far as known.
 */
public record Steps(int reached, List<String> times) {

    /** The keys of the stages, in order: {@code shared.stage.<key>}. */
    public static final List<String> STAGES = List.of("ordered", "preparing", "shipped", "moving", "out", "delivered");

    /** The class of a stage: done, current or ahead. */
    public String state(int index) {
        if (index < reached - 1 || (reached == STAGES.size() && index == reached - 1)) {
            return "done";
        }
        return index == reached - 1 ? "current" : "ahead";
    }

    /** When a stage was reached, or an empty text. */
    public String time(int index) {
        return index < times.size() ? times.get(index) : "";
    }
}

package kr.dochak.benefits;

import java.util.List;

/**
 * By whose word a benefit moves (BEN-5).
 *
 * @param reason why, in words the customer may read
 * @param maker who did it: {@code policy:3}, {@code staff:17}, {@code customer}, {@code validity}
 * @param approvers who agreed, in the order they did; empty when a policy needs nobody
 */
public record Warrant(String reason, String maker, List<String> approvers) {

    public Warrant {
        if (reason.isBlank() || maker.isBlank()) {
            throw new IllegalArgumentException("a benefit moves only with a reason and a maker");
        }
        if (approvers.stream().anyMatch(name -> name.isBlank() || name.contains(","))) {
            throw new IllegalArgumentException("an approver is one name: " + approvers);
        }
        approvers = List.copyOf(approvers);
    }

    /** By a published policy, which was approved when it was activated. */
    public static Warrant of(String reason, String maker) {
        return new Warrant(reason, maker, List.of());
    }
}

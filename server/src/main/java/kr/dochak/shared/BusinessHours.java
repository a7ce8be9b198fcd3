package kr.dochak.shared;

import java.time.LocalTime;
import java.util.List;

/**
 * The hours of a business day in which time counts, in Seoul; several spans when there is a lunch break (점심시간).
 *
 * @param spans in order of the day, not overlapping; at least one
 */
public record BusinessHours(List<Span> spans) {

    /** From nine to six without a break. */
    public static final BusinessHours NINE_TO_SIX = of(LocalTime.of(9, 0), LocalTime.of(18, 0));

    public BusinessHours {
        spans = List.copyOf(spans);
        if (spans.isEmpty()) {
            throw new IllegalArgumentException("a business day without hours");
        }
        for (int i = 1; i < spans.size(); i++) {
            if (spans.get(i).from().isBefore(spans.get(i - 1).to())) {
                throw new IllegalArgumentException("business hours overlap: " + spans);
            }
        }
    }

    /** One span of every business day. */
    public static BusinessHours of(LocalTime from, LocalTime to) {
        return new BusinessHours(List.of(new Span(from, to)));
    }

    /** A part of a day; {@code to} does not belong to it any more. */
    public record Span(LocalTime from, LocalTime to) {

        public Span {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("business hours end before they start: " + from + " – " + to);
            }
        }
    }
}

package kr.dochak.messaging;

/**
 * How fast notices of one kind went out (MSG-4), in seconds.
 *
 * @param toInbox from detection to the inbox: the median, the 95th percentile, and the slowest
 * @param toVendor from detection until the first outside channel had taken it
 */
public record NoticeTiming(NoticeKind kind, long notices, Seconds toInbox, Seconds toVendor) {

    /** Three figures of a distribution; zero when there was nothing. */
    public record Seconds(double median, double p95, double slowest) {}
}

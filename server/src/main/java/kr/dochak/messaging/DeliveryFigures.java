package kr.dochak.messaging;

import java.time.Instant;
import java.util.List;

/** How the outside channels are doing, for the board; sent and failed in the last hour, waiting at this moment. */
public record DeliveryFigures(List<OfChannel> channels, List<Alarm> alarms) {

    /** One channel; {@code on} is false when it is not set up. */
    public record OfChannel(ChannelName channel, boolean on, long sent, long failed, long waiting) {}

    /** A vendor refuses our set-up; repeating does not help. */
    public record Alarm(ChannelName channel, String code, String detail, long times, Instant firstAt, Instant lastAt) {}
}

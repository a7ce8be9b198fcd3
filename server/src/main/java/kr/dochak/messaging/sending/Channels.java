package kr.dochak.messaging.sending;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import kr.dochak.messaging.ChannelName;

/** The outside channels and which of them are set up. */
public class Channels {

    private final Map<ChannelName, Channel> byName = new EnumMap<>(ChannelName.class);

    /** Whether nothing may leave this process (SET-3). */
    private final BooleanSupplier held;

    /** Fails when a name has no channel: a message planned for it would wait for ever. */
    public Channels(List<Channel> channels) {
        this(channels, () -> false);
    }

    /** @param held whether nothing may leave this process, such as a restored copy; asked each time */
    Channels(List<Channel> channels, BooleanSupplier held) {
        this.held = held;
        channels.forEach(channel -> byName.put(channel.name(), channel));
        ChannelName.outside().forEach(this::get);
    }

    /** Asked each time: a test may switch a channel on. */
    Set<ChannelName> on() {
        Set<ChannelName> on = EnumSet.noneOf(ChannelName.class);
        byName.values().stream().filter(Channel::isOn).map(Channel::name).forEach(on::add);
        return on;
    }

    boolean anyOn() {
        return byName.values().stream().anyMatch(Channel::isOn);
    }

    Channel get(ChannelName name) {
        Channel channel = Objects.requireNonNull(byName.get(name), () -> name + " is no outside channel");
        return held.getAsBoolean() ? new Held(channel) : channel;
    }

    /** Sends nothing, as if nobody had been reached: codes and letters to staff leave by no courier that stands still. */
    private record Held(Channel channel) implements Channel {

        @Override
        public ChannelName name() {
            return channel.name();
        }

        @Override
        public boolean isOn() {
            return channel.isOn();
        }

        @Override
        public SendResult send(Outbound message) {
            return SendResult.of(SendResult.Verdict.NOT_SENT, "held");
        }

        @Override
        public SendResult.Verdict meaning(String code) {
            return channel.meaning(code);
        }
    }
}

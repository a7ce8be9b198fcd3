package kr.dochak.messaging.sending;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kr.dochak.messaging.ChannelName;

/** The outside channels and which of them are set up. */
public class Channels {

    private final Map<ChannelName, Channel> byName = new EnumMap<>(ChannelName.class);

    /** Fails when a name has no channel: a message planned for it would wait for ever. */
    public Channels(List<Channel> channels) {
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
        return Objects.requireNonNull(byName.get(name), () -> name + " is no outside channel");
    }
}

package kr.dochak.messaging.sending;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import kr.dochak.messaging.ChannelName;
import org.jspecify.annotations.Nullable;

/** Which outside channels a notice takes, and what each falls back to (MSG-1). Pure. */
public final class ChannelRoutes {

    private ChannelRoutes() {}

    /** A channel to try first and what is left of its route. */
    record Start(ChannelName channel, List<ChannelName> rest) {}

    /** What a customer can be reached by. */
    public record Contacts(@Nullable String phone, @Nullable String email) {

        public boolean has(ChannelName channel) {
            String at = at(channel);
            return at != null && (channel.address() == ChannelName.Address.PHONE ? isMobile(at) : at.contains("@"));
        }

        /** Where a message on this channel goes, whether or not it can be delivered there. */
        public @Nullable String at(ChannelName channel) {
            return switch (channel.address()) {
                case NONE -> null;
                case PHONE -> phone;
                case EMAIL -> email;
            };
        }

        private static boolean isMobile(String phone) {
            return Phone.digits(phone).matches("01[016789]\\d{7,8}");
        }
    }

    /** The starts of all routes that lead anywhere; a channel is used by one route only, never twice for one notice. */
    static List<Start> starts(List<List<ChannelName>> routes, Set<ChannelName> on, Contacts contacts) {
        Set<ChannelName> used = EnumSet.noneOf(ChannelName.class);
        List<Start> starts = new ArrayList<>();
        for (List<ChannelName> route : routes) {
            List<ChannelName> usable = route.stream()
                    .filter(channel -> on.contains(channel) && contacts.has(channel) && used.add(channel))
                    .toList();
            if (!usable.isEmpty()) {
                starts.add(new Start(usable.getFirst(), usable.subList(1, usable.size())));
            }
        }
        return starts;
    }
}

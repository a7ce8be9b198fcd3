package kr.dochak.messaging.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.dochak.messaging.ChannelName;
import kr.dochak.messaging.DeliveryFigures;
import kr.dochak.messaging.NoticeKind;
import kr.dochak.messaging.OutsideChannels;
import kr.dochak.messaging.policy.MessagingPolicies;
import kr.dochak.messaging.policy.MessagingPolicy;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;
import org.springframework.stereotype.Component;

/** The outside channels as the rest of the product sees them. */
@Component
class Sending implements OutsideChannels {

    private static final Duration ALARMS_OF = Duration.ofDays(1);

    private final Channels channels;
    private final DeliveryQuery deliveries;
    private final ChannelAlarmRepository alarms;
    private final Readers readers;
    private final MessagingPolicies policies;
    private final InstantSource clock;

    Sending(
            Channels channels,
            DeliveryQuery deliveries,
            ChannelAlarmRepository alarms,
            Readers readers,
            MessagingPolicies policies,
            InstantSource clock) {
        this.readers = readers;
        this.policies = policies;
        this.channels = channels;
        this.deliveries = deliveries;
        this.alarms = alarms;
        this.clock = clock;
    }

    @Override
    public boolean anyOn() {
        return channels.anyOn();
    }

    @Override
    public DeliveryFigures.Unreached unreached(MallId tenantId) {
        return deliveries.unreached(tenantId, clock.instant());
    }

    @Override
    public List<DeliveryFigures.UnreachedNotice> unreachedNotices(MallId tenantId, int most) {
        return deliveries.unreachedNotices(tenantId, clock.instant(), most);
    }

    @Override
    public DeliveryFigures figures(MallId tenantId) {
        Instant now = clock.instant();
        return new DeliveryFigures(deliveries.figures(tenantId, channels.on(), now), alarms.within(ALARMS_OF, now));
    }

    @Override
    public Map<PersonId, Reached> reached(Collection<PersonId> personIds, MallId tenantId) {
        MessagingPolicy policy = policies.all().of(tenantId);
        Set<ChannelName> on = NoticeKind.MASS_NOTICE.channels(channels.on());
        Map<PersonId, Reached> reached = new HashMap<>();
        readers.of(personIds).forEach((id, reader) -> {
            boolean outside = !ChannelRoutes.starts(reader.routes(policy), on, reader.contacts())
                    .isEmpty();
            reached.put(id, new Reached(outside, reader.language()));
        });
        return reached;
    }
}

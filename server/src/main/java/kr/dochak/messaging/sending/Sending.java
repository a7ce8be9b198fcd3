package kr.dochak.messaging.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import kr.dochak.messaging.DeliveryFigures;
import kr.dochak.messaging.OutsideChannels;
import kr.dochak.shared.MallId;
import org.springframework.stereotype.Component;

/** The outside channels as the rest of the product sees them. */
@Component
class Sending implements OutsideChannels {

    private static final Duration ALARMS_OF = Duration.ofDays(1);

    private final Channels channels;
    private final DeliveryQuery deliveries;
    private final ChannelAlarmRepository alarms;
    private final InstantSource clock;

    Sending(Channels channels, DeliveryQuery deliveries, ChannelAlarmRepository alarms, InstantSource clock) {
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
}

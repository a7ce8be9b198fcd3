package kr.dochak.messaging.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import kr.dochak.messaging.DeliveryFigures;
import kr.dochak.messaging.OutsideChannels;
import org.springframework.stereotype.Component;

/** The outside channels as the rest of the product sees them. */
@Component
class Sending implements OutsideChannels {

    private static final Duration ALARMS_OF = Duration.ofDays(1);

    private final Channels channels;
    private final DeliveryQuery deliveries;
    private final AlarmRepository alarms;
    private final InstantSource clock;

    Sending(Channels channels, DeliveryQuery deliveries, AlarmRepository alarms, InstantSource clock) {
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
    public DeliveryFigures figures() {
        Instant now = clock.instant();
        return new DeliveryFigures(deliveries.figures(channels.on(), now), alarms.within(ALARMS_OF, now));
    }
}

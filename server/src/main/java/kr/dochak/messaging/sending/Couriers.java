package kr.dochak.messaging.sending;

import java.time.InstantSource;
import java.util.Locale;
import kr.dochak.messaging.ChannelName;
import kr.dochak.messaging.policy.MessagingPolicies;
import kr.dochak.messaging.record.SendingTexts;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.env.Environment;

/** One courier for each outside channel, so that a new channel has its own without another line. */
class Couriers implements BeanRegistrar {

    @Override
    public void register(BeanRegistry beans, Environment environment) {
        for (ChannelName name : ChannelName.outside()) {
            beans.registerBean(
                    name.name().toLowerCase(Locale.ROOT) + "Courier",
                    Courier.class,
                    courier -> courier.supplier(house -> new Courier(
                            house.bean(Channels.class).get(name),
                            house.bean(DeliveryRepository.class),
                            house.bean(Deliveries.class),
                            house.bean(SendingTexts.class),
                            house.bean(MessagingPolicies.class),
                            house.bean(Readers.class),
                            house.bean(InstantSource.class))));
        }
    }
}

package kr.dochak.messaging;

import java.util.List;
import kr.dochak.shared.MallId;

/** What notices need to know of the channels outside the product; how they send is not their business. */
public interface OutsideChannels {

    /** False while none is set up; then nothing is planned for the outside. */
    boolean anyOn();

    /** Sent and failed in the last hour and what waits now, for each channel, with the alarms of the last day. */
    DeliveryFigures figures(MallId tenantId);

    /** How many customers of a mall nothing led to in the last day. */
    DeliveryFigures.Unreached unreached(MallId tenantId);

    /** Those notices, the newest first. */
    List<DeliveryFigures.UnreachedNotice> unreachedNotices(MallId tenantId, int most);
}

package kr.dochak.messaging;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;

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

    /**
     * How these customers of a mall read what is told to many; those whom the vault has forgotten are missing.
     */
    Map<PersonId, Reached> reached(Collection<PersonId> personIds, MallId tenantId);

    /**
     * Whether any outside way leads to a customer, or the inbox alone, and in which language they read.
     */
    record Reached(boolean outside, String language) {}
}

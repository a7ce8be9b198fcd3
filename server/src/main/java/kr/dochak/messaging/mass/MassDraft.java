package kr.dochak.messaging.mass;

import java.util.List;
import java.util.UUID;
import kr.dochak.messaging.NoticeFacts.OwnWords;
import kr.dochak.promise.reach.OrderChoice;

/**
 * What somebody wants to tell, and whom.
 *
 * @param choice which orders; those by number are still to be found
 * @param orderNos of these orders alone; empty for any that the choice means
 * @param form a form that is sent twice is one notice
 */
public record MassDraft(OwnWords words, OrderChoice choice, List<String> orderNos, UUID form) {

    public MassDraft {
        orderNos = List.copyOf(orderNos);
    }
}

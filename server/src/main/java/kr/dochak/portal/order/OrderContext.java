package kr.dochak.portal.order;

import java.util.List;
import java.util.Set;
import kr.dochak.care.ratings.DeliveryRating;
import kr.dochak.care.record.SupportCase;
import kr.dochak.compensation.CompensationFact.Granted;
import kr.dochak.compensation.PublicRule;
import kr.dochak.messaging.OrderNotice;
import kr.dochak.orders.OrderDetail;

/**
 * What other modules know of an order: grants with the rules of its mall, the notices that were sent, its cases and ratings.
 * {@code elsewhere} are those of its lines that travel in parcels which name them.
 */
record OrderContext(
        OrderDetail detail,
        List<Granted> grants,
        List<PublicRule> rules,
        List<OrderNotice> notices,
        List<SupportCase> cases,
        List<DeliveryRating> ratings,
        Set<Integer> elsewhere) {}

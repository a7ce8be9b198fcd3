package kr.dochak.console.goodwill;

import java.util.List;
import java.util.Map;
import kr.dochak.approvals.ApprovalRequest;
import kr.dochak.compensation.goodwill.Goodwill;
import kr.dochak.compensation.goodwill.GoodwillDesk;
import kr.dochak.identity.Staff;
import kr.dochak.identity.StaffMember;
import kr.dochak.shared.OrderId;
import org.springframework.stereotype.Component;

/** What staff asked to give for an order. */
@Component
public class GoodwillRows {

    private final GoodwillDesk desk;
    private final Staff staff;

    GoodwillRows(GoodwillDesk desk, Staff staff) {
        this.desk = desk;
        this.staff = staff;
    }

    /** Newest first; who may see the order is asked before. */
    public List<GoodwillRow> of(OrderId orderId) {
        List<Goodwill> all = desk.ofOrder(orderId);
        Map<Long, ApprovalRequest> wishes = desk.wishes(all);
        return all.stream()
                .map(each -> new GoodwillRow(each, wishes.get(each.id()), name(each.makerId())))
                .toList();
    }

    private String name(long staffId) {
        return staff.byId(staffId).map(StaffMember::name).orElse("#" + staffId);
    }
}

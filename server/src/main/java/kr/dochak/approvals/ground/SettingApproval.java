package kr.dochak.approvals.ground;

import java.util.List;
import java.util.Set;
import kr.dochak.approvals.ApprovalRequest;
import kr.dochak.approvals.ApprovalSubject;
import kr.dochak.approvals.ApprovalWish;
import kr.dochak.identity.Right;
import kr.dochak.identity.SettingOwners;
import kr.dochak.identity.Staff;
import kr.dochak.identity.StaffMember;
import kr.dochak.settings.ChangeOutcome;
import kr.dochak.settings.SecondPerson;
import kr.dochak.settings.SettingChange.Person;
import kr.dochak.settings.SettingDesk;
import kr.dochak.settings.Settings;
import kr.dochak.shared.MallId;
import org.springframework.stereotype.Component;

/** Risky changes of settings (SET-1). */
@Component
class SettingApproval implements ApprovalSubject {

    private final SettingDesk desk;
    private final Settings settings;
    private final Staff staff;

    SettingApproval(SettingDesk desk, Settings settings, Staff staff) {
        this.desk = desk;
        this.settings = settings;
        this.staff = staff;
    }

    @Override
    public String kind() {
        return SecondPerson.SETTING;
    }

    /** As whoever changes it; a setting that is no more is the house's to end. */
    @Override
    public Set<Right> rights(SecondPerson.Wish wish) {
        boolean house = wish.mall().equals(MallId.DEFAULT);
        return settings.byKey(key(wish.what()))
                .map(setting -> SettingOwners.of(setting.section(), house))
                .orElse(Set.of(Right.PLATFORM));
    }

    private static String key(String word) {
        return word.substring("settings.".length());
    }

    @Override
    public List<ApprovalWish> standing() {
        return desk.wishes().stream()
                .map(wish -> ApprovalWish.of(wish, rights(wish)))
                .toList();
    }

    @Override
    public Effect agreed(ApprovalRequest request, StaffMember last) {
        ChangeOutcome outcome = desk.agree(
                key(request.what()),
                request.mall(),
                Long.parseLong(request.subject()),
                new Person(last.id(), last.name()));
        return outcome instanceof ChangeOutcome.Changed
                ? new Effect.Done()
                : new Effect.NotNow("approvals.not-now.over");
    }

    @Override
    public void ended(ApprovalRequest request, ApprovalRequest.Decision decision) {
        Long by = decision.staffId();
        desk.ended(
                Long.parseLong(request.subject()),
                by == null
                        ? Person.NOBODY
                        : new Person(by, staff.byId(by).map(StaffMember::name).orElse("")));
    }
}

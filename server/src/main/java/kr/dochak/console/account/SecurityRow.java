package kr.dochak.console.account;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.dochak.identity.Staff;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.security.SecurityEvent;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Tone;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Words;

/** One line of the security log. */
public record SecurityRow(
        String when, String kind, Tone tone, String outcome, String who, String address, String detail, int times) {

    static List<SecurityRow> of(List<SecurityEvent> events, Staff staff, Frame frame) {
        Map<Long, String> names = new HashMap<>();
        return events.stream().map(each -> of(each, staff, names, frame)).toList();
    }

    private static SecurityRow of(SecurityEvent event, Staff staff, Map<Long, String> names, Frame frame) {
        Words words = frame.words();
        return new SecurityRow(
                KoreanTime.moment(event.at(), frame.now(), words.locale()),
                words.word("console.security.kind." + event.kind()),
                switch (event.outcome()) {
                    case DONE -> Tone.DONE;
                    case REFUSED -> Tone.LATE;
                    case SLOWED -> Tone.AT_RISK;
                },
                words.word("console.security.outcome." + event.outcome()),
                who(event.who(), staff, names, words),
                event.address().equals("*") ? words.word("console.security.many") : event.address(),
                event.detail(),
                event.times());
    }

    private static String who(SecurityEvent.Who who, Staff staff, Map<Long, String> names, Words words) {
        Long staffId = who.staffId();
        if (staffId != null) {
            return names.computeIfAbsent(
                    staffId, id -> staff.byId(id).map(StaffMember::name).orElse("") + " (" + id + ")");
        }
        if (who.personId() != null) {
            return words.word("console.security.customer", who.personId().toString());
        }
        return who.tenantId() == null ? "" : words.word("console.security.mall");
    }
}

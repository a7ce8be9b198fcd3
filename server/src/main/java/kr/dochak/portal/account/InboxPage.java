package kr.dochak.portal.account;

import java.util.List;
import kr.dochak.identity.CustomerLogin;
import kr.dochak.identity.vault.People;
import kr.dochak.messaging.InboxEntry;
import kr.dochak.messaging.Messages;
import kr.dochak.messaging.NoticeKind;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tone;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.KoreanTime;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Everything we told the customer. */
@Controller
@Framed(nav = "alerts", title = "portal.inbox.title")
class InboxPage {

    private static final int PAGE = 20;

    private final Messages messages;
    private final People people;

    InboxPage(Messages messages, People people) {
        this.messages = messages;
        this.people = people;
    }

    @GetMapping("/inbox")
    String inbox(
            Frame frame,
            @AuthenticationPrincipal CustomerLogin customer,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        Keyset<InboxEntry> page =
                messages.inboxOf(people.behind(customer), frame.words().lang(), after, PAGE);
        List<InboxLine> entries =
                page.items().stream().map(entry -> entry(entry, frame)).toList();
        model.addAttribute("entries", entries);
        model.addAttribute("next", page.next() == null ? null : "/inbox?after=" + page.next());
        model.addAttribute("first", after == null ? null : "/inbox");
        return "portal/inbox";
    }

    private static InboxLine entry(InboxEntry entry, Frame frame) {
        String href = entry.orderId() == null ? aboutCase(entry.kind()) : "/orders/" + entry.orderId();
        return new InboxLine(
                entry.title(),
                entry.body(),
                KoreanTime.moment(
                        entry.announcedAt(), frame.now(), frame.words().locale()),
                href,
                icon(entry.kind()),
                tone(entry.kind()));
    }

    private static @Nullable String aboutCase(NoticeKind kind) {
        return kind == NoticeKind.CASE_OPENED || kind == NoticeKind.CASE_ANSWERED ? "/help" : null;
    }

    private static String icon(NoticeKind kind) {
        return switch (kind) {
            case COMPENSATION_GRANTED -> "gift";
            case CASE_OPENED, CASE_ANSWERED -> "chat";
            case DELIVERED -> "check";
            case DELAYED, WINDOW_CHANGED -> "clock";
            case LOST_OR_DAMAGED, ATTEMPT_FAILED, DELIVERY_CORRECTED -> "warning";
            case LOGIN_CODE -> "shield";
            case ORDER_CONFIRMED -> "box";
            default -> "truck";
        };
    }

    private static Tone tone(NoticeKind kind) {
        return switch (kind) {
            case DELIVERED -> Tone.ON_TIME;
            case DELAYED, WINDOW_CHANGED, ATTEMPT_FAILED, DELIVERY_CORRECTED -> Tone.AT_RISK;
            case LOST_OR_DAMAGED -> Tone.LATE;
            default -> Tone.NEUTRAL;
        };
    }
}

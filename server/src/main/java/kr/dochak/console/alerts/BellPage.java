package kr.dochak.console.alerts;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import kr.dochak.alerts.AlertTopic;
import kr.dochak.identity.StaffMember;
import kr.dochak.live.LiveAudience;
import kr.dochak.live.LiveStreams;
import kr.dochak.pages.Fragment;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The bell in the head of every page of staff: its number, and the word that it changed. */
@Controller
@Framed(nav = "alerts", title = "alerts.page")
class BellPage {

    private static final LiveAudience BELLS =
            new LiveAudience("bells", 2_000, Duration.ofMillis(300), Duration.ofMinutes(15));

    private final LiveStreams streams;

    BellPage(LiveStreams streams) {
        this.streams = streams;
    }

    @Fragment(of = AlertsPlace.AT)
    @GetMapping(AlertsPlace.AT + "/bell")
    String bell(Frame frame) {
        return "console/bell";
    }

    /** Of the mall at work, which is not for the page to say. */
    @GetMapping(AlertsPlace.AT + "/live")
    SseEmitter live(@AuthenticationPrincipal StaffMember staff, HttpServletRequest request) {
        return streams.open(
                BELLS, "bell of staff " + staff.id(), request.getRemoteAddr(), AlertTopic.of(staff.tenantId()));
    }
}

package kr.dochak.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.doors.LiveDoors;
import kr.dochak.live.LiveAudience;
import kr.dochak.live.LiveStreams;
import kr.dochak.shared.Problem;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells open staff pages that something changed, at most once a second for each page; the page then asks for its part. */
@Controller
class ConsoleLivePage {

    private static final LiveAudience STAFF =
            new LiveAudience("console", 2_000, Duration.ofSeconds(1), Duration.ofMinutes(15));

    private final LiveDoors doors;
    private final LiveStreams streams;

    ConsoleLivePage(LiveDoors doors, LiveStreams streams) {
        this.doors = doors;
        this.streams = streams;
    }

    @GetMapping("/console/live")
    SseEmitter live(
            @RequestParam String topic, @AuthenticationPrincipal StaffMember staff, HttpServletRequest request) {
        if (!doors.mayListen(staff, topic)) {
            throw Problem.notFound("shared.error.404.text");
        }
        return streams.open(STAFF, "staff " + staff.id(), request.getRemoteAddr(), topic);
    }
}

package kr.dochak.console.firstday;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import kr.dochak.identity.StaffMember;
import kr.dochak.opening.Past;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tone;
import kr.dochak.promise.past.PastLane;
import kr.dochak.shared.Carrier;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 지난 배송: a file of the months before, and what windows have learned from it (SET-2, PRM-5). */
@Controller
@Framed(nav = "account", title = "console.past.title")
class PastPage {

    static final String AT = FirstDayPage.AT + "/past";
    private static final int MOST = 100;

    private final Past past;
    private final InstantSource clock;

    PastPage(Past past, InstantSource clock) {
        this.past = past;
        this.clock = clock;
    }

    @GetMapping(AT)
    String page(Frame frame, @AuthenticationPrincipal StaffMember staff, Model model) {
        return page(frame, staff, "", model);
    }

    private String page(Frame frame, StaffMember staff, String wrong, Model model) {
        Words words = frame.words();
        Instant now = clock.instant();
        List<PastLane> lanes = past.lanes(staff.tenantId());
        model.addAttribute(
                "rows", lanes.stream().limit(MOST).map(lane -> row(lane, words)).toList());
        model.addAttribute("more", Math.max(0, lanes.size() - MOST));
        model.addAttribute(
                "files",
                past.files(staff.tenantId()).stream()
                        .map(file -> new PastFileRow(
                                file.id(),
                                words.word(
                                        "console.past.file",
                                        KoreanTime.moment(file.takenAt(), now, words.locale()),
                                        file.deliveries(),
                                        file.refused())))
                        .toList());
        model.addAttribute("wrong", wrong);
        return "console/first-day-past";
    }

    private static LaneRow row(PastLane lane, Words words) {
        Duration error = lane.error();
        return new LaneRow(
                Carrier.nameOf(lane.carrier(), words.locale()),
                lane.destination(),
                lane.deliveries(),
                KoreanTime.length(lane.usual(), words.locale()),
                error == null ? words.word("console.past.few") : KoreanTime.length(error, words.locale()));
    }

    @PostMapping(AT)
    String take(
            Frame frame,
            @AuthenticationPrincipal StaffMember staff,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            RedirectAttributes after,
            Model model)
            throws IOException {
        Words words = frame.words();
        if (file == null || file.isEmpty()) {
            return page(frame, staff, words.word("console.imports.no-file"), model);
        }
        try (var in = file.getInputStream()) {
            return switch (past.take(staff, in)) {
                case Past.Taking.Taken taken -> {
                    FirstDayPage.flash(frame, Tone.DONE, "learned", after);
                    yield "redirect:" + AT;
                }
                case Past.Taking.Repeated repeated -> page(frame, staff, words.word("console.past.known"), model);
                case Past.Taking.Unfit unfit ->
                    page(frame, staff, unfit.why().detail().in(words), model);
                case Past.Taking.Nothing nothing ->
                    page(frame, staff, words.word("console.past.nothing", nothing.refused()), model);
            };
        }
    }

    @PostMapping(AT + "/{id}/undo")
    String undo(
            Frame frame, @AuthenticationPrincipal StaffMember staff, @PathVariable long id, RedirectAttributes after) {
        boolean undone = past.undo(staff.tenantId(), id);
        FirstDayPage.flash(frame, undone ? Tone.DONE : Tone.LATE, undone ? "unlearned" : "no-file", after);
        return "redirect:" + AT;
    }
}

package kr.dochak.identity.doors;

import java.time.Instant;
import java.time.InstantSource;
import kr.dochak.pages.Framed;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The log-in of staff; the form itself is taken by the security chain. */
@Controller
@Framed(title = "identity.staff.title")
class StaffLoginPage {

    private final InstantSource clock;

    StaffLoginPage(InstantSource clock) {
        this.clock = clock;
    }

    @GetMapping("/console/login")
    String login(
            Words words,
            @RequestParam(required = false) @Nullable String failed,
            @RequestParam(required = false) @Nullable Long locked,
            @RequestParam(required = false) @Nullable String out,
            Model model) {
        model.addAttribute("error", error(words, failed, locked));
        model.addAttribute("out", out != null);
        return "identity/staff-login";
    }

    private String error(Words words, @Nullable String failed, @Nullable Long locked) {
        if (locked != null) {
            return words.word(
                    "identity.staff.locked",
                    KoreanTime.moment(Instant.ofEpochSecond(locked), clock.instant(), words.locale()));
        }
        return failed == null ? "" : words.word("identity.staff.failed");
    }
}

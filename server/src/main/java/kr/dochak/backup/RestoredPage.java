package kr.dochak.backup;

import kr.dochak.identity.StaffMember;
import kr.dochak.identity.security.SecurityEvent;
import kr.dochak.identity.security.SecurityLog;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tone;
import kr.dochak.shared.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 복구한 사본: what came along, and the switch that lets it speak to the world in the original's place (SET-3). */
@Controller
@Framed(nav = "board", title = "backup.restored.title")
class RestoredPage {

    private final RestoredCopy copy;
    private final RestoredCheck check;
    private final SecurityLog log;

    RestoredPage(RestoredCopy copy, RestoredCheck check, SecurityLog log) {
        this.copy = copy;
        this.check = check;
        this.log = log;
    }

    @GetMapping("/console/restored")
    String show(Model model) {
        copy.manifest()
                .ifPresent(manifest -> model.addAttribute(
                        "copy",
                        check.result()
                                .map(result -> RestoredView.of(manifest, result))
                                .orElseGet(() -> RestoredView.unchecked(manifest))));
        return "backup/restored";
    }

    @PostMapping("/console/restored/release")
    String release(
            @AuthenticationPrincipal StaffMember staff,
            @RequestParam(defaultValue = "false") boolean sure,
            Words words,
            RedirectAttributes after) {
        if (!copy.isHeld()) {
            after.addFlashAttribute("flash", new Frame.Flash(Tone.DONE, words.word("backup.restored.none")));
        } else if (!sure) {
            after.addFlashAttribute("flash", new Frame.Flash(Tone.AT_RISK, words.word("backup.restored.unsure")));
        } else {
            copy.release();
            log.note(
                    SecurityEvent.Kind.COPY,
                    SecurityEvent.Outcome.DONE,
                    SecurityEvent.Who.of(staff),
                    "a restored copy takes the original's place");
            after.addFlashAttribute("flash", new Frame.Flash(Tone.DONE, words.word("backup.restored.released")));
        }
        return "redirect:/console/restored";
    }
}

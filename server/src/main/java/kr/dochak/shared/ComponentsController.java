package kr.dochak.shared;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows every component once, so that a change of style can be judged on one page. */
@Controller
class ComponentsController {

    private final Frames frames;

    ComponentsController(Frames frames) {
        this.frames = frames;
    }

    @GetMapping("/console/components")
    String components(HttpServletRequest request, Model model) {
        Frame frame = frames.console(request, "settings", "shared.components.title");
        model.addAttribute("frame", frame);
        model.addAttribute("samples", Samples.at(frame.now(), frame.words().english()));
        return "shared/components";
    }
}

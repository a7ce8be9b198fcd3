package kr.dochak.pages;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows every component once, so that a change of style can be judged on one page. */
@Controller
@Framed(nav = "settings", title = "shared.components.title")
class ComponentsPage {

    ComponentsPage() {}

    @GetMapping("/console/components")
    String components(Frame frame, Model model) {
        model.addAttribute("samples", Samples.at(frame.now(), frame.words().english()));
        return "pages/components";
    }
}

package kr.dochak.console.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kr.dochak.identity.StaffMember;
import kr.dochak.orders.imports.ImportAnswer;
import kr.dochak.orders.imports.ImportLook;
import kr.dochak.orders.imports.ImportRun;
import kr.dochak.orders.imports.ImportShow;
import kr.dochak.orders.imports.Imports;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tab;
import kr.dochak.pages.Typed;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.Problem.FieldError;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.util.UriComponentsBuilder;

/** 주문 파일: a file is looked at before it is taken in, and what became of the earlier ones. */
@Controller
@Framed(nav = "imports", title = "console.imports.title")
class ImportsPage {

    static final String LIST = "/console/imports";
    private static final int PAGE = 20;
    /** A short file is done before its page is shown; a long one is followed there. */
    private static final int ANSWER_WITHIN_SECONDS = 2;

    private final Imports imports;

    ImportsPage(Imports imports) {
        this.imports = imports;
    }

    @GetMapping(LIST)
    String list(
            @AuthenticationPrincipal StaffMember staff,
            @RequestParam(required = false) @Nullable ImportShow show,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            Words words,
            Model model) {
        return page(staff, show, Typed.search(q), after, words, model);
    }

    private String page(
            StaffMember staff, @Nullable ImportShow show, String q, @Nullable String after, Words words, Model model) {
        Keyset<ImportRun> page = imports.list(staff.tenantId(), show, q.isBlank() ? null : q.strip(), after, PAGE);
        Map<ImportShow, Integer> counts = imports.counts(staff.tenantId());
        String next = page.next();
        model.addAttribute("rows", page.items());
        model.addAttribute("kinds", imports.kinds());
        model.addAttribute("chips", chips(show, q, counts, words));
        model.addAttribute("query", q);
        model.addAttribute("chosen", show == null ? "" : show.name());
        model.addAttribute("none", counts.isEmpty());
        model.addAttribute("first", after == null ? null : href(show, q, null));
        model.addAttribute("next", next == null ? null : href(show, q, next));
        return "console/imports";
    }

    private static List<Tab> chips(
            @Nullable ImportShow chosen, String q, Map<ImportShow, Integer> counts, Words words) {
        List<Tab> chips = new ArrayList<>();
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        chips.add(new Tab(words.word("console.imports.all"), href(null, q, null), chosen == null, all));
        for (ImportShow each : ImportShow.values()) {
            String label = words.word("console.imports.show." + each);
            chips.add(new Tab(label, href(each, q, null), chosen == each, counts.getOrDefault(each, 0)));
        }
        return chips;
    }

    private static String href(@Nullable ImportShow show, String q, @Nullable String after) {
        UriComponentsBuilder to = UriComponentsBuilder.fromPath(LIST);
        if (show != null) {
            to.queryParam("show", show.name());
        }
        if (!q.isBlank()) {
            to.queryParam("q", "{q}").uriVariables(Map.of("q", q));
        }
        if (after != null) {
            to.queryParam("after", after);
        }
        return to.encode().toUriString();
    }

    /** The beginning of a file as it would be read; nothing is taken in. A part of the page, or the page where scripts do not run. */
    @PostMapping(LIST + "/look")
    String look(
            @AuthenticationPrincipal StaffMember staff,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String mapping,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Words words,
            Model model)
            throws IOException {
        model.addAttribute("chosenMapping", mapping);
        model.addAttribute("kinds", imports.kinds());
        if (file == null || file.isEmpty()) {
            model.addAttribute("wrong", words.word("console.imports.no-file"));
        } else {
            model.addAttribute("fileName", file.getOriginalFilename());
            try (var in = file.getInputStream()) {
                switch (imports.look(in, mapping)) {
                    case ImportLook.Fitting fitting -> model.addAttribute("look", fitting);
                    case ImportLook.Unfit unfit -> wrong(unfit.why(), words, model);
                }
            }
        }
        return htmx == null ? page(staff, null, "", null, words, model) : "console/imports-look";
    }

    @PostMapping(LIST)
    String take(
            @AuthenticationPrincipal StaffMember staff,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String mapping,
            Words words,
            Model model)
            throws IOException {
        model.addAttribute("chosenMapping", mapping);
        if (file == null || file.isEmpty()) {
            model.addAttribute("wrong", words.word("console.imports.no-file"));
            return page(staff, null, "", null, words, model);
        }
        try (var in = file.getInputStream()) {
            return switch (imports.take(
                    staff.tenantId(), file.getOriginalFilename(), in, mapping, ANSWER_WITHIN_SECONDS)) {
                case ImportAnswer.Begun begun ->
                    "redirect:" + LIST + "/" + begun.run().importId();
                case ImportAnswer.Waiting waiting -> {
                    model.addAttribute("wrong", words.word("orders.problem.imports-waiting", waiting.others()));
                    yield page(staff, null, "", null, words, model);
                }
                case ImportAnswer.Unfit unfit -> {
                    wrong(unfit.why(), words, model);
                    yield page(staff, null, "", null, words, model);
                }
            };
        }
    }

    private static void wrong(FieldError why, Words words, Model model) {
        model.addAttribute("wrong", why.detail().in(words));
    }
}

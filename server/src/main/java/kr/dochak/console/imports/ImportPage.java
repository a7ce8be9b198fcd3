package kr.dochak.console.imports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import kr.dochak.identity.StaffMember;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.orders.imports.ImportError;
import kr.dochak.orders.imports.ImportRun;
import kr.dochak.orders.imports.Imports;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tone;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.Problem;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One file of orders: how far it is, what became of it, and what was not taken in. */
@Controller
@Framed(nav = "imports", title = "console.imports.one")
class ImportPage {

    private static final int PAGE = 50;
    private static final int SHEET_BATCH = 500;

    private final Imports imports;
    private final Orders orders;

    ImportPage(Imports imports, Orders orders) {
        this.imports = imports;
        this.orders = orders;
    }

    @GetMapping(ImportsPage.LIST + "/{id}")
    String page(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String after,
            Words words,
            Model model) {
        ImportRun run = run(staff, id);
        Keyset<ImportError> errors =
                imports.errors(staff.tenantId(), id, after, PAGE).orElseThrow(() -> unknown(id));
        String next = errors.next();
        model.addAttribute("run", run);
        model.addAttribute("kind", ImportWords.kind(run.mapping(), imports.kinds(), words));
        model.addAttribute("errors", errors.items());
        model.addAttribute("first", after == null ? null : ImportsPage.LIST + "/" + id);
        model.addAttribute("next", next == null ? null : ImportsPage.LIST + "/" + id + "?after=" + next);
        return "console/import";
    }

    /** All errors as a sheet, to be mended beside the file they are of. */
    @GetMapping(ImportsPage.LIST + "/{id}/errors.csv")
    void sheet(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable long id,
            Frame frame,
            HttpServletResponse response)
            throws IOException {
        run(staff, id);
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Content-Disposition", "attachment; filename=\"import-" + id + "-errors.csv\"");
        ImportSheet sheet = new ImportSheet(response.getWriter(), frame.words());
        String after = null;
        do {
            Keyset<ImportError> errors =
                    imports.errors(staff.tenantId(), id, after, SHEET_BATCH).orElseThrow(() -> unknown(id));
            sheet.write(errors.items());
            after = errors.next();
        } while (after != null);
        sheet.finish();
    }

    @PostMapping(ImportsPage.LIST + "/{id}/seen")
    String seen(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable long id,
            Words words,
            RedirectAttributes redirect) {
        if (!imports.markSeen(staff.tenantId(), id)) {
            throw unknown(id);
        }
        redirect.addFlashAttribute("flash", new Frame.Flash(Tone.DONE, words.word("console.imports.seen.done")));
        return "redirect:" + ImportsPage.LIST + "/" + id;
    }

    /** What malls call the state of an order, and what it is for us. */
    @Framed(nav = "imports", title = "console.imports.states")
    @GetMapping(ImportsPage.LIST + "/states")
    String states(Model model) {
        model.addAttribute("rows", imports.stateWords());
        return "console/import-states";
    }

    /** Orders of the last days whose customers no message reaches. */
    @Framed(nav = "imports", title = "console.imports.unreached")
    @GetMapping(ImportsPage.LIST + "/unreached")
    String unreached(
            @AuthenticationPrincipal StaffMember staff,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        Keyset<OrderSummary> page = orders.unreached(staff.tenantId(), after, PAGE);
        String path = ImportsPage.LIST + "/unreached";
        model.addAttribute("rows", page.items());
        model.addAttribute("first", after == null ? null : path);
        model.addAttribute("next", page.next() == null ? null : path + "?after=" + page.next());
        return "console/import-unreached";
    }

    private ImportRun run(StaffMember staff, long id) {
        return imports.one(staff.tenantId(), id).orElseThrow(() -> unknown(id));
    }

    private static Problem unknown(long id) {
        return Problem.notFound("orders.problem.no-import", id);
    }
}

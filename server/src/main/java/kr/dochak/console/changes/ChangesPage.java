package kr.dochak.console.changes;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import kr.dochak.changes.ChainState;
import kr.dochak.changes.ChainVerdict;
import kr.dochak.changes.Change;
import kr.dochak.changes.ChangeChain;
import kr.dochak.changes.ChangeRow;
import kr.dochak.changes.Changes;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.acts.LogFilter;
import kr.dochak.identity.acts.LogLine;
import kr.dochak.identity.acts.StaffHistory;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tone;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.Problem;
import kr.dochak.shared.Seoul;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 변경 기록: every act of staff and every change of a setting, with log-ins and refusals (ASR-5). Whoever reads it changes nothing. */
@Controller
@Framed(nav = "changes", title = "changes.title")
class ChangesPage {

    private static final int PAGE = 50;
    private static final int SHORTEST_REASON = 5;

    private final StaffHistory history;
    private final ChangeLines lines;
    private final ChangeChain chain;
    private final Changes changes;

    ChangesPage(StaffHistory history, ChangeLines lines, ChangeChain chain, Changes changes) {
        this.history = history;
        this.lines = lines;
        this.chain = chain;
        this.changes = changes;
    }

    @GetMapping(ChangesPlace.AT)
    String list(
            Frame frame,
            @AuthenticationPrincipal StaffMember reader,
            Authentication login,
            ChangeQuery query,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        Keyset<LogLine> page = history.page(filter(query, reader, frame), after, PAGE);
        return shown(page, query, "", reader, login, after, frame, model);
    }

    private LogFilter filter(ChangeQuery query, StaffMember reader, Frame frame) {
        LocalDate today = Seoul.dateOf(frame.now());
        return query.filter(reader, lines.meant(query.object(), query.malls(reader)), today);
    }

    private String shown(
            Keyset<LogLine> page,
            ChangeQuery query,
            String refusal,
            StaffMember reader,
            Authentication login,
            @Nullable String after,
            Frame frame,
            Model model) {
        String next = page.next();
        ChainState state = chain.state();
        model.addAttribute("lines", lines.of(page.items(), reader, login, frame.words()));
        model.addAttribute("query", query);
        model.addAttribute("chips", query.chips(frame.words()));
        model.addAttribute("kinds", query.kinds(frame.words()));
        model.addAttribute("state", state);
        model.addAttribute("mayVerify", reader.may(Right.PLATFORM));
        model.addAttribute("refusal", refusal);
        model.addAttribute("first", after == null ? null : query.href(ChangesPlace.AT, query.show(), null));
        model.addAttribute("next", next == null ? null : query.href(ChangesPlace.AT, query.show(), next));
        return "console/changes";
    }

    /** The list as a sheet, at most ten thousand lines. It wants a reason, and is a line itself. */
    @GetMapping(ChangesPlace.AT + "/sheet")
    @Nullable String sheet(
            Frame frame,
            @AuthenticationPrincipal StaffMember reader,
            Authentication login,
            ChangeQuery query,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            Model model)
            throws IOException {
        if (reason.strip().length() < SHORTEST_REASON) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            Keyset<LogLine> page = history.page(filter(query, reader, frame), null, PAGE);
            String refusal = frame.words().word("changes.sheet.reason.missing", SHORTEST_REASON);
            return shown(page, query, refusal, reader, login, null, frame, model);
        }
        changes.note(Change.of("changes", "").as("changes.sheet").why(reason), reader.actor());
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Content-Disposition", "attachment; filename=\"changes.csv\"");
        ChangeSheet sheet = new ChangeSheet(response.getWriter(), frame.words());
        String after = null;
        do {
            Keyset<LogLine> page = history.page(filter(query, reader, frame), after, ChangeSheet.BATCH);
            sheet.write(lines.of(page.items(), reader, login, frame.words()));
            after = page.next();
        } while (after != null && !sheet.isFull());
        sheet.finish();
        return null;
    }

    @GetMapping(ChangesPlace.AT + "/{id:\\d+}")
    String one(
            Frame frame,
            @AuthenticationPrincipal StaffMember reader,
            Authentication login,
            @PathVariable long id,
            Model model) {
        ChangeRow row = history.act(reader.malls(), id).orElseThrow(() -> Problem.notFound("changes.unknown"));
        model.addAttribute("row", row);
        model.addAttribute(
                "line",
                lines.of(List.of(new LogLine.Done(row)), reader, login, frame.words())
                        .getFirst());
        return "console/change";
    }

    /** Recomputes the whole chain. */
    @PostMapping(ChangesPlace.AT + "/verification")
    String verify(Frame frame, RedirectAttributes redirect) {
        ChainVerdict verdict = chain.verify();
        chain.keep(verdict);
        Frame.Flash flash = switch (verdict) {
            case ChainVerdict.Intact intact ->
                new Frame.Flash(Tone.DONE, frame.words().word("changes.intact", intact.lines()));
            case ChainVerdict.Broken broken ->
                new Frame.Flash(Tone.AT_RISK, frame.words().word("changes.broken", broken.place()));
        };
        redirect.addFlashAttribute("flash", flash);
        return "redirect:" + ChangesPlace.AT;
    }
}

package kr.dochak.console.connections;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kr.dochak.connections.Connection;
import kr.dochak.connections.Connection.Kind;
import kr.dochak.connections.ConnectionChange;
import kr.dochak.connections.ConnectionDesk;
import kr.dochak.connections.ConnectionDesk.Wish;
import kr.dochak.connections.ConnectionOutcome;
import kr.dochak.connections.Connections;
import kr.dochak.connections.Rotated;
import kr.dochak.console.connections.ConnectionForm.Refusal;
import kr.dochak.identity.StaffMember;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tone;
import kr.dochak.shared.Cursor;
import kr.dochak.shared.Problem;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 연결: which senders, carriers and services there are, and the keys of each (SET-1). */
@Controller
@Framed(nav = "settings", title = "connections.title")
class ConnectionsPage {

    static final String AT = "/console/connections";

    private static final String ONE = AT + "/{key}";
    private static final int PAGE = 20;

    private final Connections connections;
    private final ConnectionDesk desk;
    private final ConnectionTrying trying;

    ConnectionsPage(Connections connections, ConnectionDesk desk, ConnectionTrying trying) {
        this.connections = connections;
        this.desk = desk;
        this.trying = trying;
    }

    @GetMapping(AT)
    String list(Frame frame, Model model) {
        Map<Kind, List<ConnectionRow>> rows = new EnumMap<>(Kind.class);
        Arrays.stream(Kind.values()).forEach(kind -> rows.put(kind, rows(kind, frame)));
        model.addAttribute("rows", rows);
        return "console/connections";
    }

    private List<ConnectionRow> rows(Kind kind, Frame frame) {
        return connections.all().stream()
                .filter(each -> each.kind() == kind)
                .map(each -> ConnectionRow.of(
                        each,
                        connections,
                        desk.history(each.key(), Long.MAX_VALUE, 1).stream().findFirst(),
                        frame.now(),
                        frame.words()))
                .toList();
    }

    @GetMapping(ONE)
    String one(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "false") boolean fresh,
            Frame frame,
            Model model) {
        Connection<?> connection = found(key);
        form(connection, null, Refusal.NONE, fresh ? Rotated.fresh() : "", frame, model);
        return page(connection, Cursor.read(after).number(0, Long.MAX_VALUE), frame, model);
    }

    @PostMapping(ONE)
    String change(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable String key,
            @RequestParam Map<String, String> typed,
            Frame frame,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Connection<?> connection = found(key);
        ConnectionOutcome outcome = desk.change(key, wish(typed), staff);
        if (outcome instanceof ConnectionOutcome.Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            form(connection, typed, new Refusal(refused.fields(), refused.noReason()), "", frame, model);
            return page(connection, Long.MAX_VALUE, frame, model);
        }
        return done(connection, outcome, "connections.done", frame, redirect);
    }

    @PostMapping(ONE + "/reset")
    String reset(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable String key,
            Frame frame,
            RedirectAttributes redirect) {
        Wish wish = new Wish(Map.of(), frame.words().word("connections.reset.reason"), Long.MAX_VALUE);
        return done(found(key), desk.reset(key, wish, staff), "connections.reset.done", frame, redirect);
    }

    @PostMapping(ONE + "/undo")
    String undo(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable String key,
            @RequestParam(defaultValue = "0") long seen,
            Frame frame,
            RedirectAttributes redirect) {
        Wish wish = new Wish(Map.of(), frame.words().word("connections.undo.reason"), seen);
        return done(found(key), desk.undo(key, wish, staff), "connections.undo.done", frame, redirect);
    }

    /** Asks the other side once with the keys that count; nothing of the answer is stored. */
    @PostMapping(ONE + "/trial")
    String attempt(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String number,
            Frame frame,
            RedirectAttributes redirect) {
        found(key);
        redirect.addFlashAttribute("flash", trying.attempt(key, number, frame.words()));
        return "redirect:" + AT + "/" + key;
    }

    private static Wish wish(Map<String, String> typed) {
        String seen = typed.getOrDefault("seen", "0");
        return new Wish(typed, typed.getOrDefault("reason", ""), seen.matches("\\d{1,18}") ? Long.parseLong(seen) : 0);
    }

    private static String done(
            Connection<?> connection,
            ConnectionOutcome outcome,
            String word,
            Frame frame,
            RedirectAttributes redirect) {
        Words words = frame.words();
        Frame.Flash flash = switch (outcome) {
            case ConnectionOutcome.Changed changed ->
                new Frame.Flash(Tone.DONE, words.word(word, connection.name(words)));
            case ConnectionOutcome.Same same -> new Frame.Flash(Tone.NEUTRAL, words.word("connections.same"));
            case ConnectionOutcome.Overtaken(ConnectionChange by) ->
                new Frame.Flash(Tone.LATE, words.word("connections.overtaken", by.staffName()));
            case ConnectionOutcome.Refused refused -> new Frame.Flash(Tone.LATE, words.word("connections.not-back"));
            case ConnectionOutcome.Unknown unknown -> new Frame.Flash(Tone.NEUTRAL, words.word("connections.same"));
        };
        redirect.addFlashAttribute("flash", flash);
        return "redirect:" + AT + "/" + connection.key();
    }

    private void form(
            Connection<?> connection,
            @Nullable Map<String, String> typed,
            Refusal refusal,
            String fresh,
            Frame frame,
            Model model) {
        model.addAttribute("form", ConnectionForm.of(connection, connections, typed, refusal, fresh, frame));
    }

    private String page(Connection<?> connection, long before, Frame frame, Model model) {
        Words words = frame.words();
        List<ConnectionChange> history = desk.history(connection.key(), before, PAGE + 1);
        List<ConnectionChange> last = desk.history(connection.key(), Long.MAX_VALUE, 1);
        model.addAttribute("frame", frame.titled("connections.one", connection.name(words)));
        model.addAttribute(
                "row", ConnectionRow.of(connection, connections, last.stream().findFirst(), frame.now(), words));
        model.addAttribute("trial", trying.kindOf(connection));
        model.addAttribute("ofPage", !connections.typed(connection).isEmpty());
        model.addAttribute("seen", last.isEmpty() ? 0L : last.getFirst().id());
        model.addAttribute("history", history.stream().limit(PAGE).toList());
        model.addAttribute(
                "next",
                history.size() > PAGE ? Cursor.after(history.get(PAGE - 1).id()) : null);
        return "console/connection";
    }

    private Connection<?> found(String key) {
        return connections.byKey(key).orElseThrow(() -> Problem.notFound("connections.unknown"));
    }
}

package kr.dochak.console.tasks;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kr.dochak.care.Tasks;
import kr.dochak.care.record.CaseOwner;
import kr.dochak.care.tasks.Task;
import kr.dochak.care.tasks.TaskFigures;
import kr.dochak.care.tasks.TaskFilter;
import kr.dochak.care.tasks.TaskKind;
import kr.dochak.care.tasks.TaskOutcome;
import kr.dochak.console.cases.TeamTurn;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.teams.Teams;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tab;
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

/** 할 일: acts that were promised to customers, the most pressing first. */
@Controller
@Framed(nav = "tasks", title = "console.tasks.title")
class TasksPage {

    private static final int PAGE = 40;
    private static final String TEAM = "team";

    private final Tasks tasks;
    private final TaskRows rows;
    private final Teams teams;
    private final TeamTurn turn;

    TasksPage(Tasks tasks, TaskRows rows, Teams teams, TeamTurn turn) {
        this.tasks = tasks;
        this.rows = rows;
        this.teams = teams;
        this.turn = turn;
    }

    @GetMapping("/console/tasks")
    String list(
            @AuthenticationPrincipal StaffMember staff,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            Frame frame,
            Model model) {
        TaskKind kind = kind(show);
        Set<Long> team = teams.together(staff);
        String query = q.strip();
        TaskFilter filter = new TaskFilter(
                staff.sight(), kind, show.equals("late"), rows.about(staff, query), show.equals(TEAM) ? team : null);
        Keyset<Task> page = tasks.queue(filter, after, PAGE);
        String here = "/console/tasks" + (show.isEmpty() ? "" : "?show=" + show);
        String found = query.isEmpty()
                ? here
                : here + (show.isEmpty() ? "?" : "&") + "q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
        model.addAttribute("rows", rows.of(page.items(), frame.words()));
        model.addAttribute("tabs", tabs(show, tasks.figures(staff.sight()), !team.isEmpty(), frame.words()));
        model.addAttribute("teams", teams.all());
        model.addAttribute("show", show);
        model.addAttribute("query", query);
        model.addAttribute("first", after == null ? null : found);
        model.addAttribute(
                "next",
                page.next() == null ? null : found + (found.contains("?") ? "&" : "?") + "after=" + page.next());
        return "console/tasks";
    }

    @PostMapping("/console/tasks/{id}/done")
    String done(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String back,
            @AuthenticationPrincipal StaffMember staff,
            Words said,
            RedirectAttributes redirect) {
        return after(tasks.done(id, staff, words), back, said, redirect);
    }

    /** A team does it: whoever of them has the least in hand. */
    @PostMapping("/console/tasks/{id}/team")
    String give(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long team,
            @RequestParam(defaultValue = "") String back,
            @AuthenticationPrincipal StaffMember staff,
            Words words,
            RedirectAttributes redirect) {
        Optional<StaffMember> able = turn.next(team, staff.tenantId(), Right.TASKS_WORK);
        if (able.isEmpty()) {
            redirect.addFlashAttribute("flash", new Frame.Flash(Tone.AT_RISK, words.word("console.teams.unable")));
            return "redirect:" + to(back);
        }
        StaffMember next = able.get();
        if (!tasks.give(id, staff, new CaseOwner(next.id(), next.name()))) {
            throw Problem.notFound("console.task.unknown");
        }
        redirect.addFlashAttribute("flash", new Frame.Flash(Tone.DONE, words.word("console.task.given", next.name())));
        return "redirect:" + to(back);
    }

    @PostMapping("/console/tasks/{id}/failure")
    String couldNot(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String back,
            @AuthenticationPrincipal StaffMember staff,
            Words said,
            RedirectAttributes redirect) {
        return after(tasks.couldNot(id, staff, words), back, said, redirect);
    }

    private static String after(TaskOutcome outcome, String back, Words words, RedirectAttributes redirect) {
        Frame.Flash flash = switch (outcome) {
            case TaskOutcome.Ended(Task task) ->
                new Frame.Flash(Tone.DONE, words.word("console.task.did." + task.kind()));
            case TaskOutcome.Again again -> new Frame.Flash(Tone.DONE, words.word("console.task.again"));
            case TaskOutcome.AlreadyEnded ended -> new Frame.Flash(Tone.AT_RISK, words.word("console.task.ended"));
            case TaskOutcome.NeedsWords(int longest) ->
                new Frame.Flash(Tone.AT_RISK, words.word("console.task.words", longest));
            case TaskOutcome.Unknown none -> throw Problem.notFound("console.task.unknown");
        };
        redirect.addFlashAttribute("flash", flash);
        return "redirect:" + to(back);
    }

    private static String to(String back) {
        return back.matches("/console/cases/\\d+|/console/tasks(\\?show=[a-z-]+)?") ? back : "/console/tasks";
    }

    private static @Nullable TaskKind kind(String show) {
        return Stream.of(TaskKind.values())
                .filter(kind -> code(kind).equals(show))
                .findFirst()
                .orElse(null);
    }

    private static String code(TaskKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<Tab> tabs(String show, TaskFigures figures, boolean inTeam, Words words) {
        List<Tab> tabs = new ArrayList<>();
        tabs.add(new Tab(
                words.word("console.tasks.all"), "/console/tasks", show.isEmpty(), Math.toIntExact(figures.all())));
        tabs.add(new Tab(
                words.word("console.tasks.late"),
                "/console/tasks?show=late",
                show.equals("late"),
                Math.toIntExact(figures.overdue())));
        if (inTeam) {
            tabs.add(new Tab(words.word("console.tasks.team"), "/console/tasks?show=" + TEAM, show.equals(TEAM)));
        }
        for (TaskKind kind : TaskKind.values()) {
            tabs.add(new Tab(
                    words.word("console.task.kind." + kind),
                    "/console/tasks?show=" + code(kind),
                    show.equals(code(kind)),
                    Math.toIntExact(figures.open().getOrDefault(kind, 0L))));
        }
        return tabs;
    }
}

package kr.dochak.console.approvals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kr.dochak.approvals.ApprovalAnswer;
import kr.dochak.approvals.ApprovalFilter;
import kr.dochak.approvals.ApprovalFilter.Show;
import kr.dochak.approvals.ApprovalRequest;
import kr.dochak.approvals.ApprovalRequest.Outcome;
import kr.dochak.approvals.Approvals;
import kr.dochak.identity.Staff;
import kr.dochak.identity.StaffMember;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tone;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
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

/** 결재: one queue of what waits for somebody's yes or no, over the malls in sight (SET-1, BEN-4). */
@Controller
@Framed(nav = "approvals", title = "approvals.page")
class ApprovalsPage {

    private static final int PAGE = 40;
    private static final int LONGEST_QUERY = 100;

    private final Approvals approvals;
    private final Staff staff;

    ApprovalsPage(Approvals approvals, Staff staff) {
        this.approvals = approvals;
        this.staff = staff;
    }

    @GetMapping(ApprovalsPlace.AT)
    String list(
            @AuthenticationPrincipal StaffMember reader,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "0") long mall,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            Frame frame,
            Model model) {
        Show shown = named(Show.class, show).orElse(Show.WAITING);
        String ofKind = ApprovalTabs.KINDS.contains(kind) ? kind : null;
        Outcome ended =
                shown == Show.WAITING ? null : named(Outcome.class, outcome).orElse(null);
        String query = q.strip().substring(0, Math.min(LONGEST_QUERY, q.strip().length()));
        Optional<MallId> only =
                reader.malls().stream().filter(each -> each.value() == mall).findFirst();
        ApprovalFilter filter =
                new ApprovalFilter(shown, only.map(Set::of).orElse(reader.malls()), ofKind, ended, query);
        Keyset<ApprovalRequest> page = approvals.page(reader, filter, after, PAGE);
        Narrowed narrowed =
                new Narrowed(shown, ofKind, ended, only.map(MallId::value).orElse(0L));
        String here = narrowed.at(query);
        model.addAttribute("rows", rows(page.items()));
        model.addAttribute("tabs", ApprovalTabs.of(shown, approvals.waiting(reader, reader.malls()), frame.words()));
        model.addAttribute("chips", narrowed.chips(frame));
        model.addAttribute("show", shown);
        model.addAttribute("query", query);
        model.addAttribute("narrowed", narrowed.isAny() || !query.isEmpty());
        model.addAttribute("reader", reader.id());
        model.addAttribute("back", here);
        model.addAttribute("first", after == null ? null : here);
        model.addAttribute("next", page.next() == null ? null : here + "&after=" + page.next());
        return "console/approvals";
    }

    private List<ApprovalRow> rows(List<ApprovalRequest> requests) {
        Map<Long, String> names = new HashMap<>();
        requests.stream()
                .flatMap(ApprovalsPage::people)
                .distinct()
                .forEach(id -> staff.byId(id).ifPresent(member -> names.put(id, member.name())));
        return requests.stream().map(each -> new ApprovalRow(each, names)).toList();
    }

    private static Stream<Long> people(ApprovalRequest request) {
        Stream<Long> cast = request.cast().stream().flatMap(vote -> Stream.of(vote.voterId(), vote.voiceId()));
        ApprovalRequest.Decision decision = request.decision();
        Stream<Long> ended = decision == null
                ? Stream.of()
                : Stream.of(Optional.ofNullable(decision.staffId()), Optional.ofNullable(decision.voiceId()))
                        .flatMap(Optional::stream);
        return Stream.of(Stream.of(request.makerId()), cast, ended).flatMap(each -> each);
    }

    @PostMapping(ApprovalsPlace.AT + "/{id}/approval")
    String approve(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String back,
            @AuthenticationPrincipal StaffMember reader,
            Words words,
            RedirectAttributes redirect) {
        return after(approvals.decide(reader, id, true, ""), back, words, redirect);
    }

    @PostMapping(ApprovalsPlace.AT + "/{id}/refusal")
    String refuse(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") String back,
            @AuthenticationPrincipal StaffMember reader,
            Words words,
            RedirectAttributes redirect) {
        return why.isBlank()
                ? answer(Tone.AT_RISK, words.word("approvals.refused.no-reason"), back, redirect)
                : after(approvals.decide(reader, id, false, why), back, words, redirect);
    }

    @PostMapping(ApprovalsPlace.AT + "/{id}/withdrawal")
    String withdraw(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String back,
            @AuthenticationPrincipal StaffMember reader,
            Words words,
            RedirectAttributes redirect) {
        return after(approvals.withdraw(reader, id), back, words, redirect);
    }

    private static String after(ApprovalAnswer answer, String back, Words words, RedirectAttributes redirect) {
        return switch (answer) {
            case ApprovalAnswer.Decided decided ->
                answer(Tone.DONE, words.word("approvals.done." + decided.outcome()), back, redirect);
            case ApprovalAnswer.NeedsAnother another ->
                answer(Tone.DONE, words.word("approvals.done.another"), back, redirect);
            case ApprovalAnswer.NotNow(String word) -> answer(Tone.LATE, words.word(word), back, redirect);
            case ApprovalAnswer.NotAllowed(ApprovalAnswer.Reason reason) ->
                answer(Tone.AT_RISK, words.word("approvals.refused." + reason), back, redirect);
        };
    }

    private static String answer(Tone tone, String text, String back, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", new Frame.Flash(tone, text));
        return "redirect:" + (back.matches("/console/approvals(\\?[a-z]+=[^\\s\\\\]*)?") ? back : ApprovalsPlace.AT);
    }

    private static <E extends Enum<E>> Optional<E> named(Class<E> all, String text) {
        return Stream.of(all.getEnumConstants())
                .filter(each -> each.name().equalsIgnoreCase(text))
                .findFirst();
    }
}

package kr.dochak.messaging.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import kr.dochak.ProductTest;
import kr.dochak.approvals.ApprovalAnswer;
import kr.dochak.approvals.Approvals;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.messaging.ChannelName;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Problem.FieldError;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** MSG-3, MSG-9: a new text is looked at, asked for, decided by another, and never promises what nobody keeps. */
@ProductTest
class TextDeskTests {

    private static final String WORDING = "request-passed-on";
    private static final StaffMember MAKER =
            new StaffMember(41, new MallId(1), "쓴이", Set.of(Role.MANAGER, Role.PLATFORM));
    private static final StaffMember OTHER =
            new StaffMember(42, new MallId(1), "보는이", Set.of(Role.MANAGER, Role.PLATFORM));

    @Autowired
    TextDesk desk;

    @Autowired
    Approvals approvals;

    private Template inUse(String language) {
        return desk.inUse().stream()
                .filter(each -> each.wording().equals(WORDING)
                        && each.channel() == ChannelName.EMAIL
                        && each.language().equals(language))
                .findFirst()
                .orElseThrow();
    }

    private static TextDraft changed(Template text, String more) {
        return new TextDraft(
                text.wording(), text.channel(), text.language(), text.title(), text.body() + more, text.vendorCode());
    }

    private TextVersion version(long id) {
        return desk.versions(WORDING, ChannelName.EMAIL).stream()
                .filter(each -> each.text().id() == id)
                .findFirst()
                .orElseThrow();
    }

    private TextVersion newest() {
        return desk.versions(WORDING, ChannelName.EMAIL).getFirst();
    }

    @Test
    void MSG_3_only_what_was_changed_is_asked_for_and_holds_once_another_agrees() {
        Template before = inUse("ko");
        TextDraft draft = changed(before, "\n\n확인 " + System.nanoTime());
        assertThat(desk.ask(MAKER, List.of(draft, changed(inUse("en"), "")))).isEqualTo(new TextOutcome.Waiting(1));
        TextVersion waiting = newest();
        assertThat(waiting.isWaiting()).isTrue();
        assertThat(waiting.makerId()).isEqualTo(MAKER.id());
        assertThat(inUse("ko")).isEqualTo(before);
        String subject = Long.toString(waiting.text().id());
        assertThat(approvals.decide(MAKER, TextApproval.KIND, subject, true, ""))
                .isEqualTo(new ApprovalAnswer.NotAllowed(ApprovalAnswer.Reason.OWN));
        assertThat(approvals.decide(OTHER, TextApproval.KIND, subject, true, ""))
                .isInstanceOf(ApprovalAnswer.Decided.class);
        assertThat(inUse("ko").body()).isEqualTo(draft.body());
        assertThat(desk.ask(MAKER, List.of(draft))).isEqualTo(new TextOutcome.Unchanged());
        assertThat(desk.again(MAKER, before.id())).contains(new TextOutcome.Waiting(1));
        assertThat(approvals.decide(
                        OTHER, TextApproval.KIND, Long.toString(newest().text().id()), true, ""))
                .isInstanceOf(ApprovalAnswer.Decided.class);
        assertThat(inUse("ko").body()).isEqualTo(before.body());
        assertThat(version(waiting.text().id()).state()).isEqualTo(TextVersion.State.RETIRED);
    }

    @Test
    void MSG_3_its_maker_alone_takes_it_back() {
        assertThat(desk.ask(MAKER, List.of(changed(inUse("en"), " Again " + System.nanoTime()))))
                .isEqualTo(new TextOutcome.Waiting(1));
        long id = newest().text().id();
        assertThat(desk.takeBack(OTHER, id)).isFalse();
        assertThat(desk.takeBack(MAKER, id)).isTrue();
        assertThat(version(id).isWaiting()).isFalse();
        assertThat(version(id).state()).isEqualTo(TextVersion.State.DRAFT);
    }

    @Test
    void MSG_3_what_is_unfit_is_not_even_kept() {
        int before = desk.versions(WORDING, ChannelName.EMAIL).size();
        TextDraft broken = changed(inUse("ko"), " #{nobody} 특가");
        assertThat(desk.ask(MAKER, List.of(broken))).isInstanceOf(TextOutcome.Unfit.class);
        assertThat(desk.versions(WORDING, ChannelName.EMAIL)).hasSize(before);
        assertThat(codes(broken)).contains("unknown-variable", "promotion");
    }

    private List<String> codes(TextDraft draft) {
        return desk.look(draft).wrong().stream().map(FieldError::code).toList();
    }

    @Test
    void MSG_9_a_promise_stands_only_where_a_task_keeps_it_and_says_until_when() {
        assertThat(codes(changed(inUse("ko"), "\n내일까지 전화드릴게요."))).containsExactly("no-task");
        assertThat(codes(changed(inUse("en"), "\nWe will call you by #{contactBy}.")))
                .containsExactly("no-task");
        Template lost = desk.inUse().stream()
                .filter(each -> each.wording().equals("lost-or-damaged")
                        && each.channel() == ChannelName.EMAIL
                        && each.language().equals("ko"))
                .findFirst()
                .orElseThrow();
        assertThat(codes(changed(lost, ""))).isEmpty();
        TextDraft timeless = new TextDraft(
                lost.wording(), lost.channel(), "ko", lost.title(), lost.body().replace("#{contactBy}", "#{at}"), null);
        assertThat(codes(timeless)).containsExactly("no-clock");
    }

    @Test
    void MSG_9_no_text_in_use_breaks_the_rule() {
        assertThat(desk.inUse())
                .allSatisfy(each ->
                        assertThat(codes(changed(each, ""))).as(each.toString()).isEmpty());
    }
}

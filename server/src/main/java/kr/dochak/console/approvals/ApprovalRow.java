package kr.dochak.console.approvals;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import kr.dochak.approvals.ApprovalRequest;
import kr.dochak.approvals.ApprovalRequest.Decision;
import kr.dochak.approvals.ApprovalRequest.Vote;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Tone;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Words;

/**
 * A wish in the list.
 *
 * @param names of staff by id; who is missing has left
 */
public record ApprovalRow(ApprovalRequest request, Map<Long, String> names) {

    private static final Duration SOON = Duration.ofDays(1);

    public String what(Words words) {
        return request.what(words);
    }

    /** Whether it is of all malls. */
    public boolean isOfHouse() {
        return request.mall().equals(MallId.DEFAULT);
    }

    /** The name of its mall, for who works for several; empty for others. */
    public String mall(Frame frame) {
        Frame.Who who = frame.who();
        return who == null
                ? ""
                : who.malls().stream()
                        .filter(each -> each.id() == request.mall().value())
                        .map(Frame.MallPlace::name)
                        .findFirst()
                        .orElse("");
    }

    public String by(Words words, Instant now) {
        return words.word(
                "approvals.by",
                name(request.makerId(), words),
                KoreanTime.moment(request.madeAt(), now, words.locale()));
    }

    private String name(long staffId, Words words) {
        return names.getOrDefault(staffId, words.word(staffId == 0 ? "approvals.itself" : "approvals.gone"));
    }

    /** Somebody, and in whose place. */
    private String name(long staffId, long voiceId, Words words) {
        String name = name(staffId, words);
        return staffId == voiceId
                ? name
                : name + " (" + words.word("approvals.in-place-of", name(voiceId, words)) + ")";
    }

    /** Until when somebody may decide, or how it ended. */
    public String clock(Words words, Instant now) {
        Decision decision = request.decision();
        if (decision != null) {
            return words.word("approvals.outcome." + decision.outcome());
        }
        return request.dueAt().isAfter(now)
                ? words.word("approvals.due", KoreanTime.moment(request.dueAt(), now, words.locale()))
                : words.word("approvals.due.over");
    }

    public Tone tone(Instant now) {
        Decision decision = request.decision();
        if (decision != null) {
            return switch (decision.outcome()) {
                case AGREED -> Tone.DONE;
                case REFUSED -> Tone.LATE;
                case WITHDRAWN, EXPIRED -> Tone.NEUTRAL;
            };
        }
        return Duration.between(now, request.dueAt()).compareTo(SOON) < 0 ? Tone.AT_RISK : Tone.NEUTRAL;
    }

    /** Who agreed so far, where several must; empty elsewhere. */
    public String votes(Words words) {
        return request.votes() < 2
                ? ""
                : words.word("approvals.votes", request.cast().size(), request.votes()) + voters(words);
    }

    private String voters(Words words) {
        StringBuilder all = new StringBuilder();
        for (Vote vote : request.cast()) {
            all.append(" · ").append(name(vote.voterId(), vote.voiceId(), words));
        }
        return all.toString();
    }

    /** Who ended it and when; empty while it is open. */
    public String ended(Words words, Instant now) {
        Decision decision = request.decision();
        if (decision == null) {
            return "";
        }
        String at = KoreanTime.moment(decision.at(), now, words.locale());
        String outcome = words.word("approvals.outcome." + decision.outcome());
        Long by = decision.staffId();
        Long voice = decision.voiceId();
        return by == null
                ? words.word("approvals.ended.time", outcome, at)
                : words.word("approvals.ended", outcome, name(by, voice == null ? by : voice, words), at);
    }

    public String why() {
        Decision decision = request.decision();
        return decision == null ? "" : decision.why();
    }
}

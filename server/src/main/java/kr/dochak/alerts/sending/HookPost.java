package kr.dochak.alerts.sending;

import java.time.Duration;
import java.util.Optional;
import kr.dochak.alerts.Severity;
import kr.dochak.alerts.sending.AlertPost.Sent;
import kr.dochak.alerts.sending.AlertPost.Sent.Outcome;
import kr.dochak.alerts.sending.HookShape.Content;
import kr.dochak.alerts.sending.MessageRepository.Message;
import kr.dochak.shared.PublicUrl;
import kr.dochak.time.OutsideHold;
import kr.dochak.wire.AddressRule;
import kr.dochak.wire.Limits;
import kr.dochak.wire.Line;
import kr.dochak.wire.Request;
import kr.dochak.wire.Response;
import kr.dochak.wire.UrlRule.Verdict;
import kr.dochak.wire.Wire;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Writes alerts into rooms of other services. It connects only to addresses that the rule allows at that moment. */
@Component
public class HookPost {

    private static final Limits LIMITS = Limits.within(Duration.ofSeconds(5), 1_000);
    private static final int TOO_MANY = 429;
    private static final int LONGEST_ANSWER = 120;

    private final Hooks hooks;
    private final AlertText texts;
    private final PublicUrl address;
    private final Line line;

    private final ObjectProvider<OutsideHold> holds;

    HookPost(
            Hooks hooks,
            HookReach reach,
            AlertText texts,
            PublicUrl address,
            Wire wire,
            ObjectProvider<OutsideHold> holds) {
        this.holds = holds;
        this.hooks = hooks;
        this.texts = texts;
        this.address = address;
        this.line = wire.line(LIMITS, each -> AddressRule.isAllowed(each, reach.reach()));
    }

    Sent send(Message message) {
        String link = address.address()
                .resolve("/console/alerts/one/" + message.alertId())
                .toString();
        return send(
                message.target(),
                new Content(
                        message.severity(),
                        message.kind(),
                        message.title(),
                        message.body(),
                        texts.word("alerts.open"),
                        link));
    }

    /** Writes a line that is only a test; empty when it was taken, else what the other side answered. */
    public Optional<String> test(long hookId) {
        Sent sent = send(
                hookId,
                new Content(
                        Severity.NOTE,
                        "alerts.test",
                        texts.word("alerts.test.title"),
                        texts.word("alerts.test.body"),
                        texts.word("alerts.open"),
                        address.address().resolve("/console/alerts").toString()));
        return sent.outcome() == Outcome.SENT ? Optional.empty() : Optional.of(sent.answer());
    }

    private Sent send(long hookId, Content content) {
        if (holds.stream().anyMatch(OutsideHold::isHeld)) {
            return new Sent(Outcome.LATER, "held");
        }
        Hooks.Target to = hooks.target(hookId).orElse(null);
        if (to == null) {
            return new Sent(Outcome.NEVER, "removed");
        }
        Sent sent = switch (hooks.judge(to.url())) {
            case Verdict.Bad bad -> new Sent(Outcome.NEVER, "not sent: " + bad.why());
            case Verdict.Good good ->
                sent(line.sendForBeginning(Request.post(
                        good.url(),
                        "application/json; charset=utf-8",
                        to.shape().json(content))));
        };
        hooks.answered(hookId, sent.answer());
        return sent;
    }

    private static Sent sent(Response response) {
        return switch (response) {
            case Response.Unanswered unanswered ->
                new Sent(Outcome.LATER, unanswered.failure().word());
            case Response.Answered answered -> judged(answered);
        };
    }

    /** What refuses for good, such as a room that was closed, is not asked again. */
    private static Sent judged(Response.Answered answered) {
        boolean well = answered.status() >= 200 && answered.status() < 300;
        if (well && !HookShape.refuses(answered.body())) {
            return new Sent(Outcome.SENT, "");
        }
        boolean later = answered.status() >= 500 || answered.status() == TOO_MANY;
        String body = answered.body().replaceAll("[\\p{Cntrl}\\uFFFD]+", " ").strip();
        String said = answered.status() + " " + body;
        String answer =
                said.substring(0, Math.min(said.length(), LONGEST_ANSWER)).strip();
        return new Sent(later ? Outcome.LATER : Outcome.NEVER, answer);
    }
}

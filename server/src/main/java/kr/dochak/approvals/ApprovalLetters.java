package kr.dochak.approvals;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kr.dochak.approvals.ApprovalFact.ApprovalEnded;
import kr.dochak.approvals.ApprovalRequest.Outcome;
import kr.dochak.identity.StaffLetters;
import kr.dochak.identity.StaffLetters.Letter;
import kr.dochak.identity.StaffLetters.Link;
import kr.dochak.identity.StaffRepository;
import kr.dochak.shared.PublicUrl;
import kr.dochak.shared.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Writes to whoever asked how it ended; in Korean, as no language of a member of staff is known. */
@Component
class ApprovalLetters {

    private static final String SENDER = "도착";

    private final RequestRepository requests;
    private final StaffRepository staff;
    private final ObjectProvider<StaffLetters> mail;
    private final PublicUrl address;
    private final Words words;

    ApprovalLetters(
            RequestRepository requests,
            StaffRepository staff,
            ObjectProvider<StaffLetters> mail,
            PublicUrl address,
            MessageSource source) {
        this.requests = requests;
        this.staff = staff;
        this.mail = mail;
        this.address = address;
        this.words = new Words(source, Locale.KOREAN);
    }

    /** Without a transaction of its own, since a letter may take seconds; its key makes one of two. */
    @Async
    @TransactionalEventListener
    void on(ApprovalEnded fact) {
        StaffLetters sender = mail.getIfAvailable();
        if (sender != null && sender.isOn() && fact.outcome() != Outcome.WITHDRAWN) {
            letter(fact)
                    .filter(each -> sender.send(each) == StaffLetters.Outcome.LATER)
                    .ifPresent(each -> {
                        throw new IllegalStateException("the mail server does not take " + each + " now");
                    });
        }
    }

    private Optional<Letter> letter(ApprovalEnded fact) {
        return requests.find(fact.requestId())
                .flatMap(request -> staff.byId(fact.makerId())
                        .filter(StaffRepository.Row::active)
                        .map(maker -> new Letter(
                                "approval-" + fact.requestId(),
                                maker.email(),
                                SENDER,
                                words.word("approvals.letter.title", request.what(words)),
                                words.word("approvals.letter." + fact.outcome()),
                                List.of(new Link(
                                        words.word("approvals.letter.open"),
                                        address.address()
                                                .resolve(ApprovalAlerts.PAGE + "?show=mine")
                                                .toString())),
                                "ko")));
    }
}

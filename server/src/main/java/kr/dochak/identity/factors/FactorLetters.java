package kr.dochak.identity.factors;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kr.dochak.identity.StaffLetters;
import kr.dochak.identity.StaffLetters.Letter;
import kr.dochak.identity.StaffLetters.Link;
import kr.dochak.identity.StaffRepository;
import kr.dochak.identity.factors.FactorFact.FactorReset;
import kr.dochak.shared.PublicUrl;
import kr.dochak.shared.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Writes to whose second factor was taken away, so that one that nobody asked for is seen (IDN-1). */
@Component
class FactorLetters {

    private static final String SENDER = "도착";

    private final StaffRepository staff;
    private final ObjectProvider<StaffLetters> mail;
    private final PublicUrl address;
    private final Words words;

    FactorLetters(StaffRepository staff, ObjectProvider<StaffLetters> mail, PublicUrl address, MessageSource source) {
        this.staff = staff;
        this.mail = mail;
        this.address = address;
        this.words = new Words(source, Locale.KOREAN);
    }

    /** Without a transaction of its own, since a letter may take seconds; its key makes one of two. */
    @Async
    @TransactionalEventListener
    void on(FactorReset fact) {
        StaffLetters sender = mail.getIfAvailable();
        if (sender != null && sender.isOn()) {
            letter(fact)
                    .filter(each -> sender.send(each) == StaffLetters.Outcome.LATER)
                    .ifPresent(each -> {
                        throw new IllegalStateException("the mail server does not take " + each + " now");
                    });
        }
    }

    private Optional<Letter> letter(FactorReset fact) {
        String by = staff.byId(fact.adminId()).map(row -> row.member().name()).orElse(SENDER);
        return staff.byId(fact.staffId())
                .filter(StaffRepository.Row::active)
                .map(row -> new Letter(
                        "factor-reset-" + fact.staffId() + "-" + fact.at().toEpochMilli(),
                        row.email(),
                        SENDER,
                        words.word("identity.factor-reset.title"),
                        words.word("identity.factor-reset.text", row.member().name(), by),
                        List.of(new Link(
                                words.word("identity.factor-reset.open"),
                                address.address()
                                        .resolve("/console/second-factor")
                                        .toString())),
                        "ko"));
    }
}

package kr.dochak.identity.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import kr.dochak.identity.Malls;
import kr.dochak.identity.StaffLetters;
import kr.dochak.identity.StaffMember;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.OneLine;
import kr.dochak.shared.PublicUrl;
import kr.dochak.shared.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks colleagues in by mail (IDN-1): a link that opens for three days and once, and sets the first password. */
@Component
public class Invitations {

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_EMAIL = 254;

    private final InvitationDesk desk;
    private final Malls malls;
    private final PublicUrl url;
    private final ObjectProvider<StaffLetters> letters;

    Invitations(InvitationDesk desk, Malls malls, PublicUrl url, ObjectProvider<StaffLetters> letters) {
        this.desk = desk;
        this.malls = malls;
        this.url = url;
        this.letters = letters;
    }

    /** Why nobody was invited. */
    public enum Why {
        NAME,
        EMAIL,
        /** The e-mail has an account. */
        KNOWN,
        NO_MALL,
        /** Not the administrator's to invite, or with more than they may give. */
        NOT_YOURS
    }

    /** What became of an invitation. */
    public sealed interface Outcome {}

    /**
     * It stands until then.
     *
     * @param mailed whether the letter left; if not, the link is handed over some other way
     */
    public record Invited(long staffId, String name, String email, boolean mailed, String link, Instant until)
            implements Outcome {}

    /** Nobody was invited. */
    public record Refused(Why why) implements Outcome {}

    /** Makes an account and sends its owner a link. */
    public Outcome invite(StaffMember admin, String email, String name, Grant grant, Words words) {
        String plain = OneLine.of(name).text();
        String to = email.strip().toLowerCase(Locale.ROOT);
        if (plain.isEmpty() || plain.length() > LONGEST_NAME) {
            return new Refused(Why.NAME);
        }
        if (to.length() > LONGEST_EMAIL
                || !to.matches("[^\\s\\p{Cntrl}@,;<>\"]+@[^\\s\\p{Cntrl}@,;<>\"]+\\.[^\\s\\p{Cntrl}@,;<>\".]+")) {
            return new Refused(Why.EMAIL);
        }
        return sent(desk.invite(admin, to, plain, grant), words);
    }

    /** Sends a new link to who was asked in, or to who had left and comes back. */
    public Outcome again(StaffMember admin, long staffId, Words words) {
        return sent(desk.again(admin, staffId), words);
    }

    /** Takes an invitation back; its link opens nothing any more. */
    public Optional<StaffMember> withdraw(StaffMember admin, long staffId) {
        return desk.withdraw(admin, staffId).map(StaffAccount::member);
    }

    private Outcome sent(InvitationDesk.Made made, Words words) {
        Refused refused = made.refused();
        if (refused != null) {
            return refused;
        }
        StaffAccount account = Objects.requireNonNull(made.account());
        Instant until = Objects.requireNonNull(account.invitedUntil());
        String mall = malls.byId(account.member().tenantId()).name();
        String link = url.address().toString().replaceAll("/+$", "") + "/console/welcome/" + made.token();
        String by = KoreanTime.moment(until, Objects.requireNonNull(account.since()), words.locale());
        StaffLetters.Letter letter = new StaffLetters.Letter(
                "invitation-" + account.member().id() + "-" + until.toEpochMilli(),
                account.email(),
                mall,
                words.word("identity.welcome.mail.title", mall),
                words.word("identity.welcome.mail.text", account.member().name(), mall, by),
                List.of(new StaffLetters.Link(words.word("identity.welcome.mail.button"), link)),
                words.lang());
        StaffLetters post = letters.getIfAvailable();
        boolean mailed = post != null && post.send(letter) == StaffLetters.Outcome.SENT;
        return new Invited(account.member().id(), account.member().name(), account.email(), mailed, link, until);
    }
}

package kr.dochak.identity.doors;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import kr.dochak.identity.CodeSender;
import kr.dochak.identity.CustomerLogin;
import kr.dochak.identity.IdentitySettings;
import kr.dochak.identity.vault.EmailAddress;
import kr.dochak.identity.vault.Masks;
import kr.dochak.identity.vault.MasterKey;
import kr.dochak.identity.vault.People;
import kr.dochak.identity.vault.PersonalData;
import kr.dochak.identity.vault.PhoneNumber;
import kr.dochak.shared.Hmac;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;
import kr.dochak.time.WorldClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * One-time codes of customers (IDN-1): six digits, five tries, once. The ticket binds the code to the browser that asked.
 * Whoever asks sees the same whether or not anybody has this contact.
 */
@Component
public class LoginCodes {

    private static final Logger log = LoggerFactory.getLogger(LoginCodes.class);
    private static final int MOST_TRIES = 5;

    private final People people;
    private final LoginCodeRepository codes;
    private final Throttle throttle;
    private final ObjectProvider<CodeSender> sender;
    private final IdentitySettings.Login settings;
    private final WorldClock clock;
    private final Hmac hash;
    private final SecureRandom random = new SecureRandom();

    public LoginCodes(
            People people,
            LoginCodeRepository codes,
            Throttle throttle,
            ObjectProvider<CodeSender> sender,
            IdentitySettings settings,
            WorldClock clock,
            MasterKey master) {
        this.people = people;
        this.codes = codes;
        this.throttle = throttle;
        this.sender = sender;
        this.settings = settings.login();
        this.clock = clock;
        this.hash = new Hmac(master.derive("codes"));
    }

    /** What came of asking for a code. */
    public sealed interface Answer {

        /** A code is on its way, if anybody has this contact. */
        record Ticket(UUID id) implements Answer {}

        record TooOften(Instant until) implements Answer {}
    }

    /** What came of entering a code. */
    public sealed interface Entered {

        record Welcome(CustomerLogin customer) implements Entered {}

        record Wrong(int triesLeft) implements Entered {}

        /** The code was used, is too old, or was tried too often: a new one is needed. */
        record Over() implements Entered {}
    }

    /** Issues a code for a contact that {@link #isContact} accepts. */
    public Answer ask(MallId tenantId, String contact, String address) {
        String subject = tenantId + "/"
                + PhoneNumber.parse(contact).map(PhoneNumber::value).orElseGet(() -> EmailAddress.normalise(contact));
        Optional<Instant> until = throttle.tryOnce(shortLimit(), subject)
                .or(() -> throttle.tryOnce(dayLimit(), subject))
                .or(() -> throttle.tryOnce(addressLimit(), address));
        return until.<Answer>map(Answer.TooOften::new).orElseGet(() -> issue(tenantId, contact));
    }

    private Answer issue(MallId tenantId, String contact) {
        UUID ticket = new UUID(random.nextLong(), random.nextLong());
        String code = String.format("%06d", random.nextInt(1_000_000));
        Optional<PersonId> person = people.byContact(tenantId, contact);
        Instant now = clock.instant();
        codes.add(new LoginCodeRepository.NewCode(
                ticket, tenantId, person.orElse(null), masked(contact), hash(ticket, code), now, now.plus(validFor())));
        person.ifPresent(id -> send(tenantId, id, code));
        return new Answer.Ticket(ticket);
    }

    /** People read and type at the speed of the wall, also in a demo world whose time runs faster. */
    private Duration validFor() {
        return settings.codeValid().multipliedBy(Math.max(1, (long) clock.speed()));
    }

    private void send(MallId tenantId, PersonId personId, String code) {
        CodeSender found = sender.getIfAvailable();
        if (found == null) {
            log.warn("A login code was asked for, but nothing here can send one: configure a message channel.");
            return;
        }
        Thread.ofVirtual().name("login-code").start(() -> {
            try {
                found.send(tenantId, personId, code);
            } catch (RuntimeException e) {
                log.warn("A login code could not be sent to person {}", personId, e);
            }
        });
    }

    /** Tries a code; at most five tries, and only once with success. */
    public Entered enter(UUID ticket, String code) {
        Optional<LoginCodeRepository.Try> counted = codes.countTry(ticket, MOST_TRIES, clock.instant());
        if (counted.isEmpty()) {
            return new Entered.Over();
        }
        LoginCodeRepository.Try tried = counted.get();
        boolean right = MessageDigest.isEqual(tried.codeHash(), hash(ticket, code.replaceAll("\\D", "")));
        PersonId personId = tried.personId();
        if (!right || personId == null) {
            return tried.tries() < MOST_TRIES ? new Entered.Wrong(MOST_TRIES - tried.tries()) : new Entered.Over();
        }
        PersonalData person = people.open(java.util.List.of(personId)).get(personId);
        if (person == null || !codes.use(ticket, clock.instant())) {
            return new Entered.Over();
        }
        return new Entered.Welcome(new CustomerLogin(personId, tried.tenantId(), person.locale()));
    }

    /** Where the code went, masked, while it can still be used. */
    public Optional<LoginCodeRepository.Open> open(UUID ticket) {
        return codes.open(ticket, clock.instant());
    }

    /** Whether a code could go there at all. */
    static boolean isContact(String text) {
        return EmailAddress.looksRight(text)
                || PhoneNumber.parse(text).filter(PhoneNumber::mobile).isPresent();
    }

    private static String masked(String contact) {
        return contact.contains("@") ? Masks.email(contact.strip()) : Masks.phone(contact);
    }

    private byte[] hash(UUID ticket, String code) {
        return hash.of((ticket + "/" + code).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private Throttle.Limit shortLimit() {
        return new Throttle.Limit("code", settings.codesInShort(), Duration.ofMinutes(10));
    }

    private Throttle.Limit dayLimit() {
        return new Throttle.Limit("code-day", settings.codesInDay(), Duration.ofDays(1));
    }

    private Throttle.Limit addressLimit() {
        return new Throttle.Limit("code-address", settings.codesFromAddress(), Duration.ofMinutes(10));
    }
}

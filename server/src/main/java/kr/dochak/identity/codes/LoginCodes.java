package kr.dochak.identity.codes;

import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.dochak.identity.CodeSender;
import kr.dochak.identity.CustomerLogin;
import kr.dochak.identity.tries.Asker;
import kr.dochak.identity.tries.CodeLimits;
import kr.dochak.identity.vault.EmailAddress;
import kr.dochak.identity.vault.Masks;
import kr.dochak.identity.vault.MasterKey;
import kr.dochak.identity.vault.People;
import kr.dochak.identity.vault.PhoneNumber;
import kr.dochak.shared.Hmac;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.chance.Unguessable;
import kr.dochak.time.WorldClock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * One-time codes of customers (IDN-1): six digits, five tries, once, with a ticket that only the browser
 * that asked has. Whoever asks sees the same whether or not anybody has this contact.
 */
@Component
public class LoginCodes {

    private static final Logger log = LoggerFactory.getLogger(LoginCodes.class);
    private static final int MOST_TRIES = 5;
    /** Browsers that may enter one code: each has five tries, so a stranger's chance stays below one in ten thousand. */
    private static final int MOST_TICKETS = 20;

    /** Messages and pages say so. */
    private static final Duration VALID = Duration.ofMinutes(5);

    private static final Duration TO_CHOOSE = Duration.ofMinutes(10);

    private final People people;
    private final LoginCodeRepository codes;
    private final CodeLimits limits;
    private final ObjectProvider<CodeSender> sender;
    private final WorldClock clock;
    private final Hmac hash;

    public LoginCodes(
            People people,
            LoginCodeRepository codes,
            CodeLimits limits,
            ObjectProvider<CodeSender> sender,
            WorldClock clock,
            MasterKey master) {
        this.people = people;
        this.codes = codes;
        this.limits = limits;
        this.sender = sender;
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

        /** The code was right, and several people have the contact: it is to be chosen whose orders are meant. */
        record Several() implements Entered {}

        record Wrong(int triesLeft) implements Entered {}

        /** The code was used, is too old, or was tried too often: a new one is needed. */
        record Over() implements Entered {}
    }

    /** Issues a code for a contact that {@link #isContact} accepts. */
    public Answer ask(MallId tenantId, String contact, Asker asker) {
        return switch (limits.ask(subject(tenantId, people.contact(tenantId, contact)), asker)) {
            case CodeLimits.Verdict.Send send -> issue(tenantId, contact);
            case CodeLimits.Verdict.Enter enter -> join(tenantId, contact, enter.next());
            case CodeLimits.Verdict.Wait wait -> new Answer.TooOften(wait.until());
        };
    }

    /** Issues a code for somebody who is logged in already and is to show again that it is them. */
    public Answer askAgain(MallId tenantId, String contact, HttpServletRequest request) {
        return ask(tenantId, contact, Asker.of(request));
    }

    /** The same however the contact was written. */
    private static String subject(MallId tenantId, @Nullable String contact) {
        return tenantId + "/" + contact;
    }

    private Answer issue(MallId tenantId, String contact) {
        UUID ticket = Unguessable.uuid();
        String code = String.format("%06d", Unguessable.below(1_000_000));
        Optional<PersonId> person = people.byContact(tenantId, contact);
        Instant now = clock.instant();
        codes.add(new LoginCodeRepository.NewCode(
                ticket,
                ticket,
                tenantId,
                person.orElse(null),
                people.contact(tenantId, contact),
                masked(contact),
                hash(ticket, code),
                now,
                now.plus(validFor())));
        person.ifPresent(id -> send(tenantId, id, code));
        return new Answer.Ticket(ticket);
    }

    /** Strangers had codes sent to the contact; whoever holds it has the newest, and may enter it here. */
    private Answer join(MallId tenantId, String contact, Instant next) {
        UUID ticket = Unguessable.uuid();
        String index = people.contact(tenantId, contact);
        return index != null && codes.join(ticket, index, tenantId, MOST_TICKETS, clock.instant())
                ? new Answer.Ticket(ticket)
                : new Answer.TooOften(next);
    }

    /** People read and type at the speed of the wall, also in a demo world whose time runs faster. */
    private Duration validFor() {
        return VALID.multipliedBy(Math.max(1, (long) clock.speed()));
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

    /**
     * Tries a code; at most five tries, and only once with success.
     *
     * @param device the browser's mark, which is known to the contact from then on; null where nobody logs in
     */
    public Entered enter(UUID ticket, String code, @Nullable String device) {
        Optional<LoginCodeRepository.Try> counted = codes.countTry(ticket, MOST_TRIES, clock.instant());
        if (counted.isEmpty()) {
            return new Entered.Over();
        }
        LoginCodeRepository.Try tried = counted.get();
        boolean right = MessageDigest.isEqual(tried.codeHash(), hash(tried.seed(), code.replaceAll("\\D", "")));
        PersonId personId = tried.personId();
        if (!right || personId == null) {
            return tried.tries() < MOST_TRIES ? new Entered.Wrong(MOST_TRIES - tried.tries()) : new Entered.Over();
        }
        if (!codes.use(tried.seed(), clock.instant())) {
            return new Entered.Over();
        }
        if (device != null) {
            limits.loggedIn(subject(tried.tenantId(), tried.contact()), device);
        }
        return entered(ticket, tried, personId);
    }

    private Entered entered(UUID ticket, LoginCodeRepository.Try tried, PersonId personId) {
        String contact = tried.contact();
        List<PersonId> each = contact == null
                ? List.of(personId)
                : List.copyOf(people.namesakes(tried.tenantId(), contact).keySet());
        if (each.size() > 1) {
            codes.confirm(ticket, clock.instant());
            return new Entered.Several();
        }
        return each.stream()
                .findFirst()
                .flatMap(one -> login(one, tried.tenantId(), contact))
                .<Entered>map(Entered.Welcome::new)
                .orElseGet(Entered.Over::new);
    }

    private Optional<CustomerLogin> login(PersonId personId, MallId tenantId, @Nullable String contact) {
        return Optional.ofNullable(people.open(List.of(personId)).get(personId))
                .map(person -> new CustomerLogin(personId, tenantId, person.locale(), contact));
    }

    /** The contact that this ticket's code confirmed, while it is not chosen yet whose orders are meant. */
    public Optional<LoginCodeRepository.Confirmed> confirmed(UUID ticket) {
        return codes.confirmed(ticket, clock.instant().minus(toChoose()));
    }

    /** Logs in as one of the people who have the confirmed contact; once, and nothing for anybody else. */
    public Optional<CustomerLogin> choose(UUID ticket, PersonId personId) {
        return confirmed(ticket)
                .filter(contact ->
                        people.namesakes(contact.tenantId(), contact.contact()).containsKey(personId))
                .filter(contact -> codes.chosen(ticket, clock.instant()))
                .flatMap(contact -> login(personId, contact.tenantId(), contact.contact()));
    }

    private Duration toChoose() {
        return TO_CHOOSE.multipliedBy(Math.max(1, (long) clock.speed()));
    }

    /** Where the code went, masked, while it can still be used. */
    public Optional<LoginCodeRepository.Open> open(UUID ticket) {
        return codes.open(ticket, clock.instant());
    }

    /** Whether a code could go there at all. */
    public static boolean isContact(String text) {
        return EmailAddress.looksRight(text)
                || PhoneNumber.parse(text).filter(PhoneNumber::mobile).isPresent();
    }

    private static String masked(String contact) {
        return contact.contains("@") ? Masks.email(contact.strip()) : Masks.phone(contact);
    }

    private byte[] hash(UUID seed, String code) {
        return hash.of((seed + "/" + code).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}

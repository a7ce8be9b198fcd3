package kr.dochak.identity.vault;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import kr.dochak.identity.CustomerLogin;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.access.Access;
import kr.dochak.identity.access.Accesses;
import kr.dochak.identity.access.Reveal;
import kr.dochak.identity.access.RevealReason;
import kr.dochak.identity.access.Reveals;
import kr.dochak.identity.access.SearchedBy;
import kr.dochak.identity.access.StaffAccess;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The vault of personal data (IDN-2): encrypted for each person, found by blind index, every reveal by staff logged. */
@Component
public class People {

    private static final int MOST_FOUND = 50;
    private static final Duration ALARMED = Duration.ofDays(1);
    private static final int MOST_BEHIND = 500;

    private final Enrolment enrolment;
    private final Vault vault;
    private final PersonRepository people;
    private final RecipientRepository recipients;
    private final Accesses accesses;
    private final Reveals reveals;
    private final InstantSource clock;

    People(
            Enrolment enrolment,
            Vault vault,
            PersonRepository people,
            RecipientRepository recipients,
            Accesses accesses,
            Reveals reveals,
            InstantSource clock) {
        this.enrolment = enrolment;
        this.vault = vault;
        this.people = people;
        this.recipients = recipients;
        this.accesses = accesses;
        this.reveals = reveals;
        this.clock = clock;
    }

    /**
     * Finds each customer by the mall's id, or takes them in; answers the person ids in the same order.
     * A changed name, phone, e-mail or locale is taken over; a phone or e-mail not given this time stays as it was.
     */
    @Transactional
    public List<PersonId> enrol(MallId tenantId, List<PersonalData> wanted) {
        return wanted.isEmpty() ? List.of() : enrolment.enrol(tenantId, wanted);
    }

    /**
     * Keeps recipients under their customers' keys; answers the record ids in the same order.
     * Throws {@link IllegalArgumentException} for a person who is unknown or erased.
     */
    @Transactional
    public List<Long> keepRecipients(List<PersonId> personIds, List<Recipient> records) {
        if (personIds.size() != records.size()) {
            throw new IllegalArgumentException(personIds.size() + " people for " + records.size() + " recipients");
        }
        if (records.isEmpty()) {
            return List.of();
        }
        List<PersonId> withoutKey = vault.withoutKey(personIds);
        if (!withoutKey.isEmpty()) {
            people.byIds(withoutKey).forEach(vault::learn);
        }
        List<Long> ids = recipients.newIds(records.size());
        int kept = recipients.insert(ids, personIds, vault.sealRecipients(ids, personIds, records), clock.instant());
        if (kept != ids.size()) {
            throw new IllegalArgumentException(ids.size() - kept + " recipients of people who are unknown or erased");
        }
        return ids;
    }

    /** The people in the clear, for the product's own work such as sending a message; erased ones are missing. */
    public Map<PersonId, PersonalData> open(Collection<PersonId> personIds) {
        Map<PersonId, PersonalData> opened = new HashMap<>();
        people.byIds(personIds).forEach(row -> opened.put(row.id(), vault.open(row)));
        return opened;
    }

    /** Recipients in the clear, by record id; erased ones are missing. */
    public Map<Long, Recipient> openRecipients(Collection<Long> recipientIds) {
        Map<Long, Recipient> opened = new HashMap<>();
        recipients.byIds(recipientIds).forEach(row -> opened.put(row.id(), vault.open(row)));
        return opened;
    }

    /** Masked names for lists that staff see: {@code 김*민}; by person id. */
    public Map<PersonId, String> maskedNames(Collection<PersonId> personIds) {
        Map<PersonId, String> names = new HashMap<>();
        people.byIds(personIds).forEach(row -> names.put(row.id(), Masks.name(vault.openName(row))));
        return names;
    }

    /**
     * People of a mall whose name, full phone, last four digits, e-mail or mall id is exactly this; at most 50. Who looks somebody
     * up by a phone or a mail address leaves a log row: it confirms whose it is.
     */
    @Transactional
    public List<PersonId> search(StaffMember staff, String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return List.of();
        }
        SealedPerson.Marks marks = vault.marks(staff.tenantId(), stripped);
        List<PersonId> found =
                people.search(staff.tenantId(), vault.externalIndex(staff.tenantId(), stripped), marks, MOST_FOUND);
        SearchedBy.of(EmailAddress.looksRight(stripped), marks.phone() != null, marks.lastFour() != null)
                .ifPresent(by -> accesses.logSearch(found, staff, by.what()));
        return found;
    }

    /**
     * The person with this phone or e-mail, for log-in by one-time code; the newest when there are several.
     * A safety number (050) names nobody: it is given to somebody else later.
     */
    public Optional<PersonId> byContact(MallId tenantId, String phoneOrEmail) {
        boolean safety = PhoneNumber.parse(phoneOrEmail)
                .filter(number -> number.kind() == PhoneNumber.Kind.SAFETY)
                .isPresent();
        SealedPerson.Marks marks = vault.marks(tenantId, phoneOrEmail);
        return safety ? Optional.empty() : people.byContact(tenantId, marks.phone(), marks.email());
    }

    /**
     * Everybody of the mall behind a log-in: the person who was chosen, first, and whoever has the same name and the contact that
     * was confirmed, the newest first. A guest is somebody new to the mall with every order (A14).
     */
    public List<PersonId> behind(CustomerLogin login) {
        String contact = login.contact();
        Set<PersonId> all = new LinkedHashSet<>(List.of(login.personId()));
        if (contact != null) {
            all.addAll(people.namesOf(
                    login.tenantId(), login.personId(), HexFormat.of().parseHex(contact), MOST_BEHIND));
        }
        return List.copyOf(all);
    }

    /** Whoever of a mall has a contact, one for each name, the newest first, with all of that name (M4). */
    public Map<PersonId, List<PersonId>> namesakes(MallId tenantId, String contact) {
        return people.withContact(tenantId, HexFormat.of().parseHex(contact), MOST_BEHIND);
    }

    /** The blind index of a phone or an e-mail, by which {@link #behind} finds people; null for what is neither. */
    public @Nullable String contact(MallId tenantId, String phoneOrEmail) {
        SealedPerson.Marks marks = vault.marks(tenantId, phoneOrEmail);
        byte[] mark = marks.phone() == null ? marks.email() : marks.phone();
        return mark == null ? null : HexFormat.of().formatHex(mark);
    }

    /**
     * Whether two people of a mall may be one customer under two names of the mall's: they share a name, a phone or an e-mail.
     * Of an erased one nobody knows, so it may.
     */
    public boolean mayBeOne(PersonId one, PersonId other) {
        return one.equals(other) || people.shareAnything(one, other);
    }

    /** One person in the clear for staff: needs a reason, has a limit an hour, and leaves a log row the person can see. */
    @Transactional
    public Reveal<PersonalData> reveal(PersonId personId, StaffMember staff, RevealReason reason) {
        return visibleTo(staff, personId)
                .map(row -> reveals.decide(row.id(), staff, "개인정보 보기", reason, () -> vault.open(row)))
                .orElseGet(Reveal.Unknown::new);
    }

    /** As {@link #reveal}, for where a parcel goes; the record must be this person's. */
    @Transactional
    public Reveal<Recipient> revealRecipient(
            PersonId personId, long recipientId, StaffMember staff, RevealReason reason) {
        return visibleTo(staff, personId)
                .flatMap(person -> recipients.byIds(List.of(recipientId)).stream()
                        .filter(found -> found.personId().equals(person.id()))
                        .findFirst())
                .map(row -> reveals.decide(personId, staff, "받는 분 정보 보기", reason, () -> vault.open(row)))
                .orElseGet(Reveal.Unknown::new);
    }

    /** As {@link #reveal}, for words of theirs that another module keeps under their key. */
    @Transactional
    public <T> Reveal<T> revealWords(
            PersonId personId, StaffMember staff, String what, RevealReason reason, Supplier<T> opened) {
        return visibleTo(staff, personId)
                .map(row -> reveals.decide(personId, staff, what, reason, opened))
                .orElseGet(Reveal.Unknown::new);
    }

    private Optional<PersonRepository.Row> visibleTo(StaffMember staff, PersonId personId) {
        return people.byIds(List.of(personId)).stream()
                .filter(row -> row.tenantId().equals(staff.tenantId()))
                .findFirst();
    }

    /**
     * Notes that people took their own data out, such as their order history as a file (ORD-4); they see the row themselves.
     */
    @Transactional
    public void ownDownload(PersonId personId, String what, String purpose) {
        accesses.logOwn(personId, "본인", what, purpose);
    }

    /** All looks of a mall's staff, the latest first. */
    public Keyset<StaffAccess> accesses(MallId tenantId, @Nullable String cursor, int limit) {
        return accesses.ofMall(tenantId, cursor, limit);
    }

    /** Who of a mall's staff was refused within the last day, since they had seen enough people for an hour (the board's alarm). */
    public List<StaffAccess.Refused> refusedReveals(MallId tenantId) {
        return accesses.refused(tenantId, clock.instant().minus(ALARMED));
    }

    /** Who of the staff looked at this person's data, newest first; at most 200. */
    public List<Access> accessesTo(PersonId personId) {
        return accesses.to(personId);
    }

    /** Whether a person was erased; somebody who never was is not. */
    public boolean isErased(PersonId personId) {
        return people.isErased(personId);
    }

    /**
     * Erases a person by destroying their key: from now on nothing of them can be opened or found, and twice is once. The key
     * in memory goes after the commit: until then another thread would take it out of the row again.
     */
    @Transactional
    public void erase(PersonId personId) {
        people.erase(personId, clock.instant());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                vault.forget(personId);
            }
        });
    }
}

package kr.dochak.identity.vault;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import kr.dochak.identity.StaffMember;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The vault of personal data (IDN-2): encrypted for each person, found by blind index, every reveal by staff logged. */
@Component
public class People {

    private static final int MOST_FOUND = 50;

    private final Vault vault;
    private final PersonRepository people;
    private final RecipientRepository recipients;
    private final Accesses accesses;
    private final InstantSource clock;

    People(
            Vault vault,
            PersonRepository people,
            RecipientRepository recipients,
            Accesses accesses,
            InstantSource clock) {
        this.vault = vault;
        this.people = people;
        this.recipients = recipients;
        this.accesses = accesses;
        this.clock = clock;
    }

    /**
     * Finds each customer by the mall's id, or takes them in; answers the person ids in the same order.
     * A changed name, phone, e-mail or locale is taken over; a phone or e-mail not given this time stays as it was.
     */
    @Transactional
    public List<PersonId> enrol(MallId tenantId, List<PersonalData> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        // sorted, so that two batches with the same customers wait for each other instead of blocking each other
        Map<String, PersonalData> byExternalId = new TreeMap<>();
        wanted.forEach(person -> byExternalId.put(person.externalId(), person));
        Map<String, PersonId> ids = new HashMap<>(enrolKnown(tenantId, byExternalId));
        Map<String, PersonalData> rest = without(byExternalId, ids.keySet());
        if (!rest.isEmpty()) {
            ids.putAll(takeIn(tenantId, rest));
            // whom another process took in at the same moment is known now
            ids.putAll(enrolKnown(tenantId, without(rest, ids.keySet())));
        }
        return wanted.stream().map(person -> idOf(ids, person)).toList();
    }

    private static PersonId idOf(Map<String, PersonId> ids, PersonalData person) {
        PersonId id = ids.get(person.externalId());
        if (id == null) {
            throw new IllegalStateException("a customer was erased while being enrolled; try again");
        }
        return id;
    }

    private static Map<String, PersonalData> without(Map<String, PersonalData> all, Set<String> known) {
        Map<String, PersonalData> rest = new TreeMap<>(all);
        rest.keySet().removeAll(known);
        return rest;
    }

    private Map<String, PersonId> enrolKnown(MallId tenantId, Map<String, PersonalData> wanted) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        Map<String, PersonId> ids = new HashMap<>();
        List<SealedPerson> changed = new ArrayList<>();
        people.known(tenantId, wanted.keySet()).forEach((externalId, known) -> {
            PersonalData person = wanted.get(externalId);
            ids.put(externalId, known.id());
            if (person != null) {
                SealedPerson.Marks marks = vault.marks(tenantId, person);
                if (Vault.hasChanged(known, person, marks)) {
                    changed.add(vault.reseal(known, person, marks));
                }
            }
        });
        if (!changed.isEmpty()) {
            people.update(changed);
        }
        return ids;
    }

    private Map<String, PersonId> takeIn(MallId tenantId, Map<String, PersonalData> wanted) {
        List<PersonId> newIds = people.newIds(wanted.size());
        List<SealedPerson> sealed = new ArrayList<>(wanted.size());
        wanted.values().forEach(person -> sealed.add(vault.sealNew(newIds.get(sealed.size()), tenantId, person)));
        Set<PersonId> inserted = new HashSet<>(people.insert(tenantId, sealed, clock.instant()));
        Map<String, PersonId> ids = new HashMap<>();
        for (SealedPerson person : sealed) {
            if (inserted.contains(person.id())) {
                vault.learn(person);
                ids.put(person.externalId(), person.id());
            }
        }
        return ids;
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
        recipients.insert(ids, personIds, vault.sealRecipients(ids, personIds, records), clock.instant());
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

    /** People of a mall whose name, full phone, last four digits, e-mail or mall id is exactly this; at most 50. */
    public List<PersonId> search(MallId tenantId, String text) {
        String stripped = text.strip();
        return stripped.isEmpty()
                ? List.of()
                : people.search(tenantId, stripped, vault.marks(tenantId, stripped), MOST_FOUND);
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

    /** One person in the clear for staff: needs a reason and leaves a log row the person can see. */
    @Transactional
    public Reveal<PersonalData> reveal(PersonId personId, StaffMember staff, String reason) {
        return visibleTo(staff, personId)
                .map(row -> logged(row.id(), staff, "개인정보 보기", reason, () -> vault.open(row)))
                .orElseGet(Reveal.Unknown::new);
    }

    /** As {@link #reveal}, for where a parcel goes; the record must be this person's. */
    @Transactional
    public Reveal<Recipient> revealRecipient(PersonId personId, long recipientId, StaffMember staff, String reason) {
        return visibleTo(staff, personId)
                .flatMap(person -> recipients.byIds(List.of(recipientId)).stream()
                        .filter(found -> found.personId().equals(person.id()))
                        .findFirst())
                .map(row -> logged(personId, staff, "받는 분 정보 보기", reason, () -> vault.open(row)))
                .orElseGet(Reveal.Unknown::new);
    }

    private <T> Reveal<T> logged(PersonId personId, StaffMember staff, String what, String reason, Supplier<T> opened) {
        if (reason.isBlank()) {
            return new Reveal.NoReason<>();
        }
        accesses.log(personId, staff, what, reason);
        return new Reveal.Revealed<>(opened.get());
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

    /** Who of the staff looked at this person's data, newest first; at most 200. */
    public List<Access> accessesTo(PersonId personId) {
        return accesses.to(personId);
    }

    /** Erases a person by destroying their key: from now on nothing of them can be opened or found. Twice is once. */
    @Transactional
    public void erase(PersonId personId) {
        people.erase(personId, clock.instant());
        vault.forget(personId);
    }
}

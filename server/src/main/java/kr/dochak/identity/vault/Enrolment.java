package kr.dochak.identity.vault;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;
import org.springframework.stereotype.Component;

/** Takes customers in, each once, by the mall's id of them. */
@Component
class Enrolment {

    private final Vault vault;
    private final PersonRepository people;
    private final InstantSource clock;

    Enrolment(Vault vault, PersonRepository people, InstantSource clock) {
        this.vault = vault;
        this.people = people;
        this.clock = clock;
    }

    /** The ids of these customers in the same order, whether they were known or are new; within the transaction of the caller. */
    List<PersonId> enrol(MallId tenantId, List<PersonalData> wanted) {
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
        Map<String, PersonalData> byIndex = new HashMap<>();
        List<byte[]> indexes = new ArrayList<>();
        wanted.values().forEach(person -> {
            byte[] index = vault.externalIndex(tenantId, person.externalId());
            indexes.add(index);
            byIndex.put(HexFormat.of().formatHex(index), person);
        });
        people.known(tenantId, indexes).forEach((index, known) -> {
            PersonalData person = Objects.requireNonNull(byIndex.get(index));
            ids.put(person.externalId(), known.id());
            SealedPerson.Marks marks = vault.marks(tenantId, person);
            if (Vault.hasChanged(known, person, marks)) {
                changed.add(vault.reseal(known, tenantId, person, marks));
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
        List<String> externalIds =
                wanted.values().stream().map(PersonalData::externalId).toList();
        for (int i = 0; i < sealed.size(); i++) {
            SealedPerson person = sealed.get(i);
            if (inserted.contains(person.id())) {
                vault.learn(person);
                ids.put(externalIds.get(i), person.id());
            }
        }
        return ids;
    }
}

package kr.dochak.messaging.sending;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.dochak.identity.vault.People;
import kr.dochak.identity.vault.PersonalData;
import kr.dochak.messaging.ChannelName;
import kr.dochak.messaging.PreferenceRepository;
import kr.dochak.messaging.Preferences;
import kr.dochak.messaging.policy.MessagingPolicy;
import kr.dochak.messaging.sending.ChannelRoutes.Contacts;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom messages go to: their contacts, and how they want to be reached. Names and addresses stay in memory. */
@Component
class Readers {

    private final People people;
    private final PreferenceRepository preferences;

    Readers(People people, PreferenceRepository preferences) {
        this.people = people;
        this.preferences = preferences;
    }

    /** @param chosen what they chose, or null while their mall's routes hold */
    record Reader(
            String name,
            Contacts contacts,
            String locale,
            @Nullable Preferences chosen) {

        String language() {
            return chosen == null ? locale : chosen.language();
        }

        /** They chose to read here and nowhere else. */
        boolean wantsInboxOnly() {
            return chosen != null && chosen.channels().isEmpty();
        }

        /** Their own choice is one route; without one, the mall's routes hold. */
        List<List<ChannelName>> routes(MessagingPolicy ofMall) {
            return chosen == null ? ofMall.routes() : List.of(chosen.channels());
        }

        @Override
        public String toString() {
            return "Reader";
        }
    }

    /** These people, without those whom the vault has forgotten. */
    Map<PersonId, Reader> of(Collection<PersonId> personIds) {
        List<PersonId> ids = personIds.stream().distinct().toList();
        Map<PersonId, PersonalData> known = people.open(ids);
        Map<PersonId, Preferences> chosen = preferences.chosenBy(ids);
        Map<PersonId, Reader> readers = new HashMap<>();
        known.forEach((id, person) -> readers.put(
                id,
                new Reader(
                        person.name(), new Contacts(person.phone(), person.email()), person.locale(), chosen.get(id))));
        return readers;
    }
}

package kr.dochak.identity.vault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Seals texts that name a person under that person's key, for modules that must keep them (MSG-8). Where they lie is not this
 * module's business: once the key is destroyed, nobody can read them (IDN-2).
 */
@Component
public class PersonalTexts {

    private final Vault vault;
    private final PersonRepository people;

    PersonalTexts(Vault vault, PersonRepository people) {
        this.vault = vault;
        this.people = people;
    }

    /**
     * A text in the clear.
     *
     * @param belongsTo what it is a part of, for ever; sealed for something else it does not open
     */
    public record Clear(PersonId personId, String belongsTo, String text) {

        @Override
        public String toString() {
            return "Clear[" + belongsTo + "]";
        }
    }

    /** A text that was sealed. */
    public record Sealed(PersonId personId, String belongsTo, byte[] bytes) {}

    /** Sealed in the order in which they came; null for those of people who are unknown or erased. */
    public List<byte @Nullable []> seal(List<Clear> texts) {
        Map<PersonId, PersonRepository.Row> rows = rows(texts, Clear::personId);
        List<byte @Nullable []> sealed = new ArrayList<>(texts.size());
        for (Clear text : texts) {
            PersonRepository.Row row = rows.get(text.personId());
            sealed.add(row == null ? null : vault.seal(row, text.text(), text.belongsTo()));
        }
        return sealed;
    }

    /** Opened in the order in which they came; null for those of people who are erased. */
    public List<@Nullable String> open(List<Sealed> texts) {
        Map<PersonId, PersonRepository.Row> rows = rows(texts, Sealed::personId);
        List<@Nullable String> opened = new ArrayList<>(texts.size());
        for (Sealed text : texts) {
            PersonRepository.Row row = rows.get(text.personId());
            opened.add(row == null ? null : vault.open(row, text.bytes(), text.belongsTo()));
        }
        return opened;
    }

    private <T> Map<PersonId, PersonRepository.Row> rows(List<T> texts, Function<T, PersonId> personId) {
        List<PersonId> ids = texts.stream().map(personId).distinct().toList();
        return ids.isEmpty()
                ? Map.of()
                : people.byIds(ids).stream().collect(Collectors.toMap(PersonRepository.Row::id, Function.identity()));
    }
}

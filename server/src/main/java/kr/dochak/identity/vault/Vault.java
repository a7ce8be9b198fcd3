package kr.dochak.identity.vault;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Seals and opens people and recipients; knows keys, not tables. */
final class Vault {

    private static final String EXTERNAL = "external";
    private static final String NAME = "name";
    private static final String PHONE = "phone";
    private static final String EMAIL = "email";

    private final PersonKeys keys;
    private final BlindIndex index;
    /** The stored form must not change with the settings of the API's JSON. */
    private final JsonMapper json = JsonMapper.builder().build();

    Vault(MasterKey master) {
        keys = new PersonKeys(master);
        index = new BlindIndex(master);
    }

    SealedPerson.Marks marks(MallId tenantId, PersonalData person) {
        return new SealedPerson.Marks(
                index.name(tenantId, person.name()),
                index.phone(tenantId, person.phone()),
                index.lastFour(tenantId, person.phone()),
                index.email(tenantId, person.email()));
    }

    /** The marks under which a text would be found, whatever it is. */
    SealedPerson.Marks marks(MallId tenantId, String text) {
        return marks(tenantId, new PersonalData("", text, text, text, "ko"));
    }

    /** By what a mall's own id of a customer is found; the id itself is sealed, since it often is a mail address. */
    byte[] externalIndex(MallId tenantId, String externalId) {
        return index.external(tenantId, externalId);
    }

    byte[] sealExternal(PersonId id, byte[] wrappedKey, String externalId) {
        return keys.unwrap(id, wrappedKey).sealText(externalId, at(id, EXTERNAL));
    }

    /** Seals a new person under a new key, which is not yet kept: the row may not go in. */
    SealedPerson sealNew(PersonId id, MallId tenantId, PersonalData person) {
        PersonKeys.NewKey key = keys.make(id);
        return seal(id, tenantId, person, marks(tenantId, person), key.sealing(), key.wrapped());
    }

    SealedPerson reseal(
            PersonRepository.StoredPerson known, MallId tenantId, PersonalData person, SealedPerson.Marks marks) {
        return seal(
                known.id(), tenantId, person, marks, keys.unwrap(known.id(), known.wrappedKey()), known.wrappedKey());
    }

    private SealedPerson seal(
            PersonId id,
            MallId tenantId,
            PersonalData person,
            SealedPerson.Marks marks,
            Sealing sealing,
            byte[] wrapped) {
        return new SealedPerson(
                id,
                sealing.sealText(person.externalId(), at(id, EXTERNAL)),
                externalIndex(tenantId, person.externalId()),
                wrapped,
                sealing.sealText(person.name(), at(id, NAME)),
                sealed(sealing, person.phone(), at(id, PHONE)),
                sealed(sealing, person.email(), at(id, EMAIL)),
                marks,
                person.locale().startsWith("en") ? "en" : "ko");
    }

    private static byte @Nullable [] sealed(Sealing sealing, @Nullable String clear, String belongsTo) {
        return clear == null || clear.isBlank() ? null : sealing.sealText(clear, belongsTo);
    }

    static boolean hasChanged(PersonRepository.StoredPerson known, PersonalData person, SealedPerson.Marks marks) {
        return !Arrays.equals(known.name(), marks.name())
                || marks.phone() != null && !Arrays.equals(known.phone(), marks.phone())
                || marks.email() != null && !Arrays.equals(known.email(), marks.email())
                || !known.locale().equals(person.locale().startsWith("en") ? "en" : "ko");
    }

    PersonalData open(PersonRepository.Row row) {
        Sealing sealing = keys.unwrap(row.id(), row.wrappedKey());
        return new PersonalData(
                sealing.openText(row.external(), at(row.id(), EXTERNAL)),
                sealing.openText(row.name(), at(row.id(), NAME)),
                row.phone() == null ? null : sealing.openText(row.phone(), at(row.id(), PHONE)),
                row.email() == null ? null : sealing.openText(row.email(), at(row.id(), EMAIL)),
                row.locale());
    }

    String openName(PersonRepository.Row row) {
        return keys.unwrap(row.id(), row.wrappedKey()).openText(row.name(), at(row.id(), NAME));
    }

    byte[] seal(PersonRepository.Row row, String clear, String belongsTo) {
        return keys.unwrap(row.id(), row.wrappedKey()).sealText(clear, at(row.id(), belongsTo));
    }

    String open(PersonRepository.Row row, byte[] sealed, String belongsTo) {
        return keys.unwrap(row.id(), row.wrappedKey()).openText(sealed, at(row.id(), belongsTo));
    }

    /** Those of the people whose key is not at hand. */
    List<PersonId> withoutKey(List<PersonId> personIds) {
        return personIds.stream()
                .distinct()
                .filter(id -> keys.cached(id) == null)
                .toList();
    }

    void learn(PersonRepository.Row row) {
        keys.unwrap(row.id(), row.wrappedKey());
    }

    void learn(SealedPerson inserted) {
        keys.unwrap(inserted.id(), inserted.wrappedKey());
    }

    List<byte[]> sealRecipients(List<Long> ids, List<PersonId> personIds, List<Recipient> recipients) {
        List<byte[]> sealed = new ArrayList<>(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            Sealing sealing = keys.cached(personIds.get(i));
            if (sealing == null) {
                throw new IllegalArgumentException("person " + personIds.get(i) + " is unknown or erased");
            }
            sealed.add(
                    sealing.seal(json.writeValueAsBytes(recipients.get(i)), recipientAt(personIds.get(i), ids.get(i))));
        }
        return sealed;
    }

    Recipient open(RecipientRepository.Row row) {
        byte[] clear =
                keys.unwrap(row.personId(), row.wrappedKey()).open(row.sealed(), recipientAt(row.personId(), row.id()));
        return json.readValue(clear, Recipient.class);
    }

    byte[] rewrap(PersonId personId, byte[] wrapped) {
        return keys.rewrap(personId, wrapped);
    }

    void forget(PersonId personId) {
        keys.forget(personId);
    }

    private static String at(PersonId personId, String field) {
        return personId + "/" + field;
    }

    private static String recipientAt(PersonId personId, long recipientId) {
        return personId + "/recipient/" + recipientId;
    }
}

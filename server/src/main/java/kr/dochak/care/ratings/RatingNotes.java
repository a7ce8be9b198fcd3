package kr.dochak.care.ratings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import kr.dochak.database.Conversion;
import kr.dochak.identity.vault.PersonalTexts;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.ShipmentId;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What customers write about deliveries, sealed under their key (IDN-2); what lay in the clear is brought over at a start. */
@Component
@Order(7)
class RatingNotes implements Conversion {

    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final PersonalTexts texts;

    RatingNotes(JdbcClient jdbc, PersonalTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    /** A rating whose words are sealed; {@code note} is null when there are none. */
    record Closed(DeliveryRating rating, PersonId personId, byte @Nullable [] note) {}

    byte @Nullable [] seal(PersonId personId, DeliveryRating rating) {
        return rating.note().isEmpty()
                ? null
                : texts.seal(List.of(clear(personId, rating.shipmentId(), rating.note())))
                        .getFirst();
    }

    private static PersonalTexts.Clear clear(PersonId personId, ShipmentId shipmentId, String note) {
        return new PersonalTexts.Clear(personId, belongsTo(shipmentId), note);
    }

    private static String belongsTo(ShipmentId shipmentId) {
        return "rating/" + shipmentId;
    }

    List<DeliveryRating> open(List<Closed> ratings) {
        List<PersonalTexts.Sealed> sealed = ratings.stream()
                .filter(each -> each.note() != null)
                .map(each -> new PersonalTexts.Sealed(
                        each.personId(), belongsTo(each.rating().shipmentId()), Objects.requireNonNull(each.note())))
                .toList();
        List<@Nullable String> opened = sealed.isEmpty() ? Collections.emptyList() : texts.open(sealed);
        List<DeliveryRating> result = new ArrayList<>(ratings.size());
        int next = 0;
        for (Closed each : ratings) {
            String note = each.note() == null ? null : opened.get(next++);
            DeliveryRating rating = each.rating();
            result.add(new DeliveryRating(
                    rating.shipmentId(), rating.orderId(), rating.stars(), note == null ? "" : note, rating.at()));
        }
        return result;
    }

    @Override
    public String table() {
        return "care.delivery_rating";
    }

    @Override
    public void vacuum() {
        jdbc.sql("vacuum care.delivery_rating").update();
    }

    @Override
    public int batch() {
        List<PersonalTexts.Clear> notes = new ArrayList<>();
        List<Long> shipments = jdbc.sql("""
                select shipment_id, person_id, note from care.delivery_rating
                where note <> '' order by shipment_id limit :limit for update
                """)
                .param("limit", BATCH)
                .query((row, n) -> {
                    ShipmentId shipmentId = new ShipmentId(row.getLong("shipment_id"));
                    notes.add(clear(new PersonId(row.getLong("person_id")), shipmentId, row.getString("note")));
                    return shipmentId.value();
                })
                .list();
        return shipments.isEmpty()
                ? 0
                : jdbc.sql("""
                update care.delivery_rating r set note = '', sealed = u.sealed
                from unnest(:ids::bigint[], :sealed::bytea[]) as u (id, sealed) where r.shipment_id = u.id
                """)
                        .param("ids", shipments.toArray(Long[]::new))
                        .param("sealed", texts.seal(notes).toArray(byte[][]::new))
                        .update();
    }
}

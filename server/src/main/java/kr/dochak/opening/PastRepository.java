package kr.dochak.opening;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kr.dochak.database.Rows;
import kr.dochak.database.Sql;
import kr.dochak.identity.StaffMember;
import kr.dochak.promise.past.PastDelivery;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files of past deliveries and what was in them. */
@Repository
class PastRepository {

    private final JdbcClient jdbc;

    PastRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The id of the file; nothing when the mall has brought the very same one. */
    Optional<Long> add(StaffMember by, byte[] hash, int deliveries, int refused, Instant at) {
        return jdbc.sql("""
                insert into opening.past_file (tenant_id, file_hash, deliveries, refused, taken_at, staff_id)
                values (:mall, :hash, :deliveries, :refused, :at, :staff)
                on conflict do nothing
                returning id
                """)
                .param("mall", by.tenantId().value())
                .param("hash", hash)
                .param("deliveries", deliveries)
                .param("refused", refused)
                .param("at", Sql.at(at))
                .param("staff", by.id())
                .query(Long.class)
                .optional();
    }

    void keep(long file, List<PastDelivery> deliveries) {
        jdbc.sql("""
                insert into opening.past_delivery (file_id, carrier, origin, destination, ordered_at, handed_over_at, delivered_at)
                select :file, u.* from unnest(:carriers::text[], :origins::text[], :destinations::text[], :ordered::timestamptz[],
                                              :taken::timestamptz[], :delivered::timestamptz[]) as u
                """)
                .param("file", file)
                .params(Rows.of(deliveries)
                        .text("carriers", each -> each.carrier().value())
                        .text("origins", PastDelivery::origin)
                        .text("destinations", PastDelivery::destination)
                        .at("ordered", PastDelivery::orderedAt)
                        .at("taken", PastDelivery::handedOverAt)
                        .at("delivered", PastDelivery::deliveredAt)
                        .params())
                .update();
    }

    List<PastFile> files(MallId mall) {
        return jdbc.sql("""
                select id, deliveries, refused, taken_at from opening.past_file
                where tenant_id = :mall and withdrawn_at is null order by id desc limit 50
                """)
                .param("mall", mall.value())
                .query((row, n) -> new PastFile(
                        row.getLong("id"),
                        row.getInt("deliveries"),
                        row.getInt("refused"),
                        Sql.moment(row, "taken_at")))
                .list();
    }

    List<PastDelivery> deliveries(MallId mall) {
        return jdbc.sql("""
                select d.* from opening.past_delivery d join opening.past_file f on f.id = d.file_id
                where f.tenant_id = :mall and f.withdrawn_at is null
                """)
                .param("mall", mall.value())
                .query((row, n) -> delivery(row))
                .list();
    }

    List<PastDelivery> deliveries(long file) {
        return jdbc.sql("select * from opening.past_delivery where file_id = :file")
                .param("file", file)
                .query((row, n) -> delivery(row))
                .list();
    }

    private static PastDelivery delivery(ResultSet row) throws SQLException {
        return new PastDelivery(
                new CarrierId(row.getString("carrier")),
                row.getString("origin"),
                row.getString("destination"),
                Sql.moment(row, "ordered_at"),
                Sql.instant(row, "handed_over_at"),
                Sql.moment(row, "delivered_at"));
    }

    boolean withdraw(MallId mall, long file, Instant at) {
        return jdbc.sql("""
                update opening.past_file set withdrawn_at = :at
                where id = :file and tenant_id = :mall and withdrawn_at is null
                """)
                        .param("file", file)
                        .param("mall", mall.value())
                        .param("at", Sql.at(at))
                        .update()
                > 0;
    }

    void empty(long file) {
        jdbc.sql("delete from opening.past_delivery where file_id = :file")
                .param("file", file)
                .update();
    }
}

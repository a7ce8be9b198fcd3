package kr.dochak.promise.models;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.dochak.database.Sql;
import kr.dochak.promise.learning.ModelVersion;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PromiseId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The models that were learned, and which was used when. */
@Repository
class ModelRepository {

    /** From when a model was used. */
    record Use(int model, Instant at) {}

    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ModelRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A candidate; its id. */
    int insert(
            ModelVersion version, Instant learnedAt, Instant from, Instant to, ModelComparison figures, String reason) {
        return jdbc.sql("""
                insert into promise.model (learned_at, data_from, data_to, deliveries, bytes, state, reason, figures)
                values (:at, :from, :to, :deliveries, :bytes, 'CANDIDATE', :reason, :figures::jsonb)
                returning id
                """)
                .param("at", Sql.at(learnedAt))
                .param("from", Sql.at(from))
                .param("to", Sql.at(to))
                .param("deliveries", version.deliveries())
                .param("bytes", version.bytes())
                .param("reason", reason)
                .param("figures", json.writeValueAsString(figures))
                .query(Integer.class)
                .single();
    }

    /** Its bytes are given up: nobody may switch to it, and one may be learned every day. */
    void reject(int id) {
        jdbc.sql("update promise.model set state = 'REJECTED', bytes = '' where id = :id and state = 'CANDIDATE'")
                .param("id", id)
                .update();
    }

    /** Switches to a candidate or a former one; false for any other. */
    @Transactional
    public boolean use(int id, Instant now, AskedBy by) {
        int usable = jdbc.sql(
                        "select id from promise.model where id = :id and state in ('CANDIDATE', 'RETIRED') for update")
                .param("id", id)
                .query(Integer.class)
                .list()
                .size();
        if (usable == 0) {
            return false;
        }
        jdbc.sql("update promise.model set state = 'RETIRED' where state = 'IN_USE'")
                .update();
        jdbc.sql("update promise.model set state = 'IN_USE' where id = :id")
                .param("id", id)
                .update();
        jdbc.sql("insert into promise.model_use (model_id, used_from, used_by) values (:id, :now, :by)")
                .param("id", id)
                .param("now", Sql.at(now))
                .param("by", by.recorded())
                .update();
        return true;
    }

    /** What is being compared or waits for somebody. */
    List<Integer> candidates() {
        return jdbc.sql("select id from promise.model where state = 'CANDIDATE' order by id")
                .query(Integer.class)
                .list();
    }

    /** The one in use. */
    Optional<Integer> used() {
        return jdbc.sql("select id from promise.model where state = 'IN_USE'")
                .query(Integer.class)
                .optional();
    }

    /** A model that was in use before; none for any other. */
    Optional<ModelVersion> former(int id) {
        return jdbc.sql("select bytes from promise.model where id = :id and state = 'RETIRED'")
                .param("id", id)
                .query(byte[].class)
                .optional()
                .map(ModelVersion::read);
    }

    ModelVersion version(int id) {
        return ModelVersion.read(jdbc.sql("select bytes from promise.model where id = :id")
                .param("id", id)
                .query(byte[].class)
                .single());
    }

    List<Use> uses() {
        return jdbc.sql("select model_id, used_from from promise.model_use order by id")
                .query((row, n) -> new Use(row.getInt(1), Sql.moment(row, "used_from")))
                .list();
    }

    /** When training sets were taken. */
    List<Instant> trainings() {
        return jdbc.sql("select learned_at from promise.model order by id")
                .query((row, n) -> Sql.moment(row, "learned_at"))
                .list();
    }

    /** The newest ones, the newest first. */
    List<ModelCard.Version> newest() {
        return jdbc.sql("""
                select m.id, m.learned_at, m.data_from, m.data_to, m.deliveries, m.state, m.reason, m.figures,
                       u.used_from, u.used_by
                from promise.model m
                left join lateral (select used_from, used_by from promise.model_use
                                   where model_id = m.id order by id desc limit 1) u on true
                order by m.id desc limit :most
                """).param("most", MOST).query((row, n) -> card(row)).list();
    }

    private ModelCard.Version card(ResultSet row) throws SQLException {
        @Nullable Instant usedFrom = Sql.instant(row, "used_from");
        @Nullable String usedBy = row.getString("used_by");
        return new ModelCard.Version(
                row.getInt("id"),
                Sql.moment(row, "learned_at"),
                Sql.moment(row, "data_from"),
                Sql.moment(row, "data_to"),
                row.getInt("deliveries"),
                ModelCard.State.valueOf(row.getString("state")),
                row.getString("reason"),
                json.readValue(row.getString("figures"), ModelComparison.class),
                usedFrom,
                usedBy);
    }

    /** Those of these promises that ended with a delivery, by id. */
    Map<PromiseId, ModelTrial.Delivered> delivered(List<PromiseId> promiseIds) {
        Map<PromiseId, ModelTrial.Delivered> delivered = new HashMap<>();
        jdbc.sql("""
                select id, tenant_id, carrier, origin, destination, confirmed_at, picked_up_at, delivered_at
                from promise.promise where id = any(:ids) and delivered_at is not null
                """)
                .param("ids", Sql.ids(promiseIds))
                .query((row, n) -> delivered.put(
                        new PromiseId(row.getLong("id")),
                        new ModelTrial.Delivered(
                                new Observation.Parcel(
                                        new PromiseId(row.getLong("id")),
                                        new MallId(row.getLong("tenant_id")),
                                        row.getString("carrier"),
                                        row.getString("origin"),
                                        row.getString("destination"),
                                        Sql.moment(row, "confirmed_at")),
                                Sql.instant(row, "picked_up_at"),
                                Sql.moment(row, "delivered_at"))))
                .list();
        return delivered;
    }
}

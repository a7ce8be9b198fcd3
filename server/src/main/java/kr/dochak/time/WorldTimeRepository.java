package kr.dochak.time;

import java.time.Instant;
import kr.dochak.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Remembers how far a world with its own time had come, so that a restart does not turn time back. */
class WorldTimeRepository {

    private final JdbcClient jdbc;

    WorldTimeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Nullable Instant reached() {
        return jdbc.sql("select reached_at from shared.world_time")
                .query((row, n) -> Sql.moment(row, "reached_at"))
                .optional()
                .orElse(null);
    }

    void save(Instant now) {
        jdbc.sql("""
                insert into shared.world_time (only_row, reached_at) values (true, :now)
                on conflict (only_row) do update set reached_at = greatest(world_time.reached_at, excluded.reached_at)
                """).param("now", Sql.at(now)).update();
    }
}

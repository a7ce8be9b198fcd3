package kr.dochak.benefits;

import java.time.Instant;
import java.time.LocalTime;
import java.util.function.Function;
import kr.dochak.shared.Seoul;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How long benefits are good for: policy data, not settings, since staff change it while the product runs. */
@Repository
class ValidityRepository {

    private final JdbcClient jdbc;

    ValidityRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From the moment something is given to the midnight in Seoul from which it is good no more. */
    Function<Instant, Instant> expiryOf(Movement.Unit unit) {
        int days = jdbc.sql("select days from benefits.validity where unit = :unit")
                .param("unit", unit.name())
                .query(Integer.class)
                .single();
        return given -> Seoul.instant(Seoul.dateOf(given).plusDays(days + 1L), LocalTime.MIDNIGHT);
    }
}

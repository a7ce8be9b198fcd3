package kr.dochak.database;

import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs every {@link Conversion} to its end before anything is served; of several processes one at a time. */
@Component
class Conversions implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(Conversions.class);

    private final ObjectProvider<Conversion> conversions;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    Conversions(ObjectProvider<Conversion> conversions, TransactionTemplate transaction, JdbcClient jdbc) {
        this.conversions = conversions;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<Conversion> all = conversions.orderedStream().toList();
        all.forEach(this::convert);
    }

    private void convert(Conversion conversion) {
        long rows = 0;
        int batch = batch(conversion);
        while (batch > 0) {
            rows += batch;
            batch = batch(conversion);
        }
        if (rows > 0) {
            log.info("{} rows of {} were brought to the form of today", rows, conversion.table());
            conversion.vacuum();
        }
    }

    private int batch(Conversion conversion) {
        return Objects.requireNonNull(transaction.execute(status -> {
            AdvisoryLock.CONVERSIONS.take(jdbc);
            return conversion.batch();
        }));
    }
}

package kr.dochak.connections;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Connections without a database: the environment counts, and what a test fills in. */
public final class EnvironmentOnly {

    private EnvironmentOnly() {}

    /** Nobody filled anything in. */
    public static Connections connections() {
        return with(Map.of());
    }

    /** @param typed by connection and field */
    public static Connections with(Map<String, Map<String, String>> typed) {
        return new Connections(new StaticListableBeanFactory().getBeanProvider(ConnectionPlan.class), new Typed(typed));
    }

    private static final class Typed extends ConnectionRepository {

        private final Map<String, Map<String, String>> typed;

        @SuppressWarnings("NullAway") // nothing is stored
        Typed(Map<String, Map<String, String>> typed) {
            super(null, null, null);
            this.typed = typed;
        }

        @Override
        long version() {
            return 0;
        }

        @Override
        List<ConnectionChange> latest() {
            return typed.entrySet().stream()
                    .map(each -> new ConnectionChange(1, each.getKey(), each.getValue(), 1, "", Instant.EPOCH, "typed"))
                    .toList();
        }
    }
}

package kr.dochak.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Who connects to the database: the application, and before it, only while migrating, the owner of all tables. One
 * account may be both in an outside database; what the application may not change is then held by triggers alone.
 */
record DatabaseAccounts(String url, Account application, Account owner) {

    /** A role of PostgreSQL that may log in. */
    record Account(String name, String password) {

        @Override
        public String toString() {
            return name;
        }
    }

    boolean areOne() {
        return owner.name().isBlank() || owner.name().equals(application.name());
    }

    /** Few connections, none of them before it is needed; to be closed once everything is migrated. */
    HikariDataSource asOwner() {
        HikariConfig config = new HikariConfig();
        config.setPoolName("owner");
        config.setJdbcUrl(url);
        config.setUsername(owner.name());
        config.setPassword(owner.password());
        config.setMinimumIdle(0);
        config.setMaximumPoolSize(4);
        return new HikariDataSource(config);
    }

    /** A connection of the owner's whenever one is asked for, and none otherwise: for what is rare. */
    DataSource asOwnerNowAndThen(DataSource application) {
        return areOne() ? application : new DriverManagerDataSource(url, owner.name(), owner.password());
    }

    JdbcConnectionDetails asApplication() {
        return new Details(url, application);
    }

    private record Details(String url, Account account) implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return account.name();
        }

        @Override
        public String getPassword() {
            return account.password();
        }

        @Override
        public String getJdbcUrl() {
            return url;
        }
    }
}

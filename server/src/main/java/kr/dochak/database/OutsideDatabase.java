package kr.dochak.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import kr.dochak.database.DatabaseAccounts.Account;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A PostgreSQL that is not ours, for whoever brings the data of a folder into it (docs/moving.md).
 *
 * @param application the role the server works as
 * @param owner the role that owns all tables; empty: the same
 */
public record OutsideDatabase(String url, String application, String password, String owner, String ownerPassword) {

    private DatabaseAccounts accounts() {
        return new DatabaseAccounts(url, new Account(application, password), new Account(owner, ownerPassword));
    }

    /** Whether one role does everything. */
    public boolean isOfOneRole() {
        return accounts().areOne();
    }

    /** As the role that owns all tables. */
    public Connection asOwner() throws SQLException {
        return isOfOneRole() ? asApplication() : DriverManager.getConnection(url, owner, ownerPassword);
    }

    public Connection asApplication() throws SQLException {
        return DriverManager.getConnection(url, application, password);
    }

    /** Makes the tables of this version, with what migrations put into them, and gives the application its rights. */
    public void makeTables() {
        Flyway flyway =
                Flyway.configure().dataSource(url, application, password).load();
        new ModuleMigrations(new PathMatchingResourcePatternResolver(), accounts(), new Rights()).makeTables(flyway);
    }

    /** Never a password. */
    @Override
    public String toString() {
        return "OutsideDatabase[" + application + "]";
    }
}

package kr.dochak.database;

import kr.dochak.database.DatabaseAccounts.Account;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What a server does with its database before it answers, for tests of other modules. */
public final class StartChecks {

    private StartChecks() {}

    /** Migrates as a start does, or refuses as one. */
    public static void on(String url, String application, String owner) {
        DatabaseAccounts accounts =
                new DatabaseAccounts(url, new Account(application, application), new Account(owner, owner));
        new ModuleMigrations(new PathMatchingResourcePatternResolver(), accounts, new Rights())
                .migrate(Flyway.configure()
                        .dataSource(url, application, application)
                        .load());
    }
}

package kr.dochak.database;

import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Tells why an outside database did not let the server in. */
final class DatabaseProblemAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    /** PostgreSQL's SQLSTATE (its documentation, appendix A) and what helps. */
    private static final Map<String, String> ACTIONS = Map.of(
            "08001", "Check that PostgreSQL runs there and lets this machine in (listen_addresses, pg_hba.conf).",
            "28P01", "Set DOCHAK_DATABASE_USER and DOCHAK_DATABASE_PASSWORD to an account of that database.",
            "28000", "Set DOCHAK_DATABASE_USER and DOCHAK_DATABASE_PASSWORD to an account of that database.",
            "3D000", "Create the database first: createdb --owner=ACCOUNT NAME.",
            "42501", "The account must own the database: it makes its schemas itself.");

    private final Environment environment;

    DatabaseProblemAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        String url = environment.getProperty("dochak.database.url", "");
        String action = ACTIONS.get(String.valueOf(cause.getSQLState()));
        return url.isBlank() || action == null
                ? null
                : new FailureAnalysis(
                        "The database at " + url + " cannot be used: " + cause.getMessage(), action, cause);
    }
}

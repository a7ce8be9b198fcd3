package kr.dochak.changes;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Map;
import kr.dochak.database.EmbeddedFolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** {@code verify-changes} of the command line (ASR-5): reads the whole change log beside a running server and recomputes its chain. */
public final class VerifyCommand {

    private static final String NAME = "verify-changes";
    private static final int WHOLE = 0;
    private static final int BROKEN = 1;
    private static final int FAILED = 2;

    private final PrintStream out;
    private final InstantSource clock;
    private final Map<String, String> environment;

    public VerifyCommand(PrintStream out, InstantSource clock, Map<String, String> environment) {
        this.out = out;
        this.clock = clock;
        this.environment = Map.copyOf(environment);
    }

    /** Whether these arguments ask for it. */
    public static boolean isMeant(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(NAME);
    }

    /** The exit code: 0 the chain is whole, 1 it is broken, 2 nobody could look. */
    public int run(String... arguments) {
        Path data = Path.of("data");
        String url = "";
        for (int i = 1; i < arguments.length; i++) {
            if (arguments[i].equals("--data") && i + 1 < arguments.length) {
                data = Path.of(arguments[++i]);
            } else if (arguments[i].equals("--database-url") && i + 1 < arguments.length) {
                url = arguments[++i];
            } else {
                out.println("이렇게 써 주세요 (usage): verify-changes --data DIR | --database-url URL");
                return FAILED;
            }
        }
        EmbeddedFolder folder = new EmbeddedFolder(data.toAbsolutePath().normalize());
        if (url.isEmpty() && !folder.isRunning()) {
            out.println(folder.data() + "의 서버를 먼저 켜 주세요. (start the server of this folder first)");
            return FAILED;
        }
        try (Connection database = url.isEmpty() ? folder.connect() : connect(url)) {
            return verify(database);
        } catch (IOException | SQLException failed) {
            out.println("끝내지 못했어요 (failed): " + failed.getMessage());
            return FAILED;
        }
    }

    private Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(
                url,
                environment.getOrDefault("DOCHAK_DATABASE_USER", "dochak"),
                environment.getOrDefault("DOCHAK_DATABASE_PASSWORD", ""));
    }

    /** All of it as it is at one moment. */
    public int verify(Connection database) throws SQLException {
        database.setAutoCommit(false);
        database.setReadOnly(true);
        database.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(database, true));
        return switch (new ChangeChain(new ChainRepository(jdbc), clock).verify()) {
            case ChainVerdict.Intact(long lines, long place, String hash) -> {
                out.printf("변경 기록 %,d줄이 이어져 있어요. 마지막은 %d번째 줄이에요.%n", lines, place);
                out.printf("The change log is whole: %d rows, the last is %d with %s%n", lines, place, hash);
                yield WHOLE;
            }
            case ChainVerdict.Broken(long place) -> {
                out.printf("변경 기록의 %d번째 줄부터 쓴 그대로가 아니에요.%n", place);
                out.printf("The change log is broken at row %d%n", place);
                yield BROKEN;
            }
        };
    }
}

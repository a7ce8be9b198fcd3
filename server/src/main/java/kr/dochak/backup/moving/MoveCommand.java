package kr.dochak.backup.moving;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Map;
import kr.dochak.changes.VerifyCommand;
import kr.dochak.database.EmbeddedFolder;
import kr.dochak.database.OutsideDatabase;
import kr.dochak.database.StartProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code move --database-url URL} of the command line (SET-3): the accounts are those of the environment that the server will have. */
public final class MoveCommand {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int WRONG_CALL = 2;
    private static final int UNPROVEN = 3;

    private final PrintStream out;
    private final InstantSource clock;
    private final Map<String, String> environment;

    public MoveCommand(PrintStream out, InstantSource clock, Map<String, String> environment) {
        this.out = out;
        this.clock = clock;
        this.environment = Map.copyOf(environment);
    }

    /** Whether these arguments ask for it. */
    public static boolean isMeant(String... arguments) {
        return arguments.length > 0 && arguments[0].equals("move");
    }

    /** Where no server has set up the log, every statement would be in it. */
    public static void quietly() {
        ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
    }

    /** The exit code: 0 moved, 1 refused or failed, 2 called in another way, 3 moved, but the change log's chain is not known to be whole. */
    public int run(String... arguments) {
        Path data = Path.of("data");
        String url = environment.getOrDefault("DOCHAK_DATABASE_URL", "");
        for (int i = 1; i < arguments.length; i++) {
            if (arguments[i].equals("--data") && i + 1 < arguments.length) {
                data = Path.of(arguments[++i]);
            } else if (arguments[i].equals("--database-url") && i + 1 < arguments.length) {
                url = arguments[++i];
            } else {
                return usage();
            }
        }
        return url.isBlank() ? usage() : run(data.toAbsolutePath().normalize(), outside(url));
    }

    private int usage() {
        out.println("이렇게 써 주세요 (usage): move --database-url jdbc:postgresql://HOST/DATABASE --data DIR");
        out.println("DOCHAK_DATABASE_USER, _PASSWORD, _OWNER, _OWNER_PASSWORD (docs/moving.md)");
        return WRONG_CALL;
    }

    private OutsideDatabase outside(String url) {
        return new OutsideDatabase(
                url,
                environment.getOrDefault("DOCHAK_DATABASE_USER", "dochak"),
                environment.getOrDefault("DOCHAK_DATABASE_PASSWORD", ""),
                environment.getOrDefault("DOCHAK_DATABASE_OWNER", ""),
                environment.getOrDefault("DOCHAK_DATABASE_OWNER_PASSWORD", ""));
    }

    private int run(Path data, OutsideDatabase outside) {
        try {
            switch (new Move(new EmbeddedFolder(data), outside).run(clock.instant())) {
                case Move.Outcome.Moved(Map<String, Sum> tables) ->
                    out.printf(
                            "옮겼어요: 표 %,d개, 행 %,d개. 세어 보고 내용까지 견주었더니 모두 같아요. (moved; every row is the same)%n",
                            tables.size(),
                            tables.values().stream().mapToLong(Sum::rows).sum());
                case Move.Outcome.HadEnded _ ->
                    out.println("마지막 순간에 끊겼던 이사는 끝나 있었어요. (the move that was broken off had ended whole)");
            }
            boolean whole = isWhole(outside);
            tell(data, outside);
            return whole ? DONE : UNPROVEN;
        } catch (MoveProblem refused) {
            out.println(refused.getMessage());
        } catch (StartProblem refused) {
            out.println(refused.getMessage() + " " + refused.action());
        } catch (SQLException failed) {
            out.println(sentence(failed));
        } catch (IOException | RuntimeException failed) {
            out.println("끝내지 못했어요. 다시 실행하면 처음부터 해요. (failed; run it again): " + failed.getMessage());
        }
        return FAILED;
    }

    /** Whatever is found here, the rows are moved: nothing is to be run again for it. */
    private boolean isWhole(OutsideDatabase outside) {
        try (Connection owner = outside.asOwner();
                Statement sql = owner.createStatement()) {
            sql.execute("analyze");
            if (new VerifyCommand(out, clock, environment).verify(owner) == DONE) {
                return true;
            }
            out.println("옛 폴더에서도 그랬어요. docs/logs.md를 봐 주세요. (so it was in the folder, too)");
        } catch (SQLException failed) {
            out.println(
                    "옮긴 뒤에 변경 기록을 확인하지 못했어요. verify-changes를 실행해 주세요. (moved; the change log could not be looked at): "
                            + failed.getMessage());
        }
        return false;
    }

    private void tell(Path data, OutsideDatabase outside) {
        out.println("앞으로는 이렇게 켜 주세요. 비밀번호는 지금과 같아요. (from now on start it with)");
        out.println("  DOCHAK_DATABASE_URL=" + outside.url());
        out.println("  DOCHAK_DATABASE_USER=" + outside.application() + "  DOCHAK_DATABASE_PASSWORD=…");
        if (!outside.isOfOneRole()) {
            out.println("  DOCHAK_DATABASE_OWNER=" + outside.owner() + "  DOCHAK_DATABASE_OWNER_PASSWORD=…");
        }
        out.println("  --data " + data);
        out.println("vault.key와 mappings는 그 폴더에 있어요. 옛 데이터베이스도 그대로 남아 있고, 실수로 켜면 거절해요.");
        out.println("The folder keeps vault.key, mappings and the old database; a start on that one is refused.");
    }

    /** What went wrong with a connection, as far as PostgreSQL says so. */
    static String sentence(SQLException failed) {
        String state = failed.getSQLState() == null ? "" : failed.getSQLState();
        String sentence = switch (state) {
            case "28P01", "28000" -> "계정이나 비밀번호가 맞지 않아요. (the role or its password is wrong)";
            case "3D000" -> "그런 데이터베이스가 없어요. 빈 데이터베이스를 먼저 만들어 주세요. (no such database; create an empty one)";
            case "42501" -> "권한이 모자라요. docs/database-roles.md의 SQL을 먼저 실행해 주세요. (rights are missing)";
            case "08001", "08004" -> "데이터베이스에 닿지 않아요. 주소와 방화벽을 확인해 주세요. (cannot be reached)";
            default ->
                state.startsWith("08") || state.startsWith("57")
                        ? "중간에 연결이 끊겼어요. 다시 실행하면 처음부터 해요. 옛 데이터는 그대로예요. (broken off; run it again)"
                        : "끝내지 못했어요. 다시 실행하면 처음부터 해요. (failed; run it again)";
        };
        return sentence + ": " + failed.getMessage();
    }
}

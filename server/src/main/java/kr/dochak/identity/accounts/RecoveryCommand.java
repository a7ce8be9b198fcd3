package kr.dochak.identity.accounts;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import kr.dochak.database.EmbeddedFolder;
import kr.dochak.identity.accounts.AdminRecovery.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

/** {@code recover-admin [EMAIL]} of the command line (IDN-1), beside a server that runs on its embedded PostgreSQL. */
public final class RecoveryCommand {

    private static final String NAME = "recover-admin";

    private final PrintStream out;

    public RecoveryCommand(PrintStream out) {
        this.out = out;
    }

    /** Whether these arguments ask for it. */
    public static boolean isMeant(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(NAME);
    }

    /** The exit code: 0 done, 1 not done, with the reason. */
    public int run(String... arguments) {
        String email = null;
        Path data = Path.of("data");
        for (int i = 1; i < arguments.length; i++) {
            if (arguments[i].equals("--data") && i + 1 < arguments.length) {
                data = Path.of(arguments[++i]);
            } else if (arguments[i].startsWith("--") || email != null) {
                out.println("이렇게 써 주세요 (usage): recover-admin [EMAIL] --data DIR");
                return 1;
            } else {
                email = arguments[i];
            }
        }
        EmbeddedFolder folder = new EmbeddedFolder(data.toAbsolutePath().normalize());
        if (!folder.isRunning()) {
            out.println(folder.data() + "의 서버를 먼저 켜 주세요. (start the server of this folder first)");
            return 1;
        }
        try (Connection database = folder.connect()) {
            return recover(database, email);
        } catch (IOException | SQLException failed) {
            out.println("끝내지 못했어요 (failed): " + failed.getMessage());
            return 1;
        }
    }

    private int recover(Connection database, @Nullable String email) throws SQLException {
        String password = OneTimePassword.make();
        String encoded =
                PasswordEncoderFactories.createDelegatingPasswordEncoder().encode(password);
        return switch (new AdminRecovery(database).recover(email, encoded)) {
            case Outcome.Recovered(String of) -> {
                out.printf("%s의 임시 비밀번호예요. 15분 동안 쓸 수 있고, 로그인하면 바로 바꿔야 해요.%n", of);
                out.printf("One-time password of %s, for 15 minutes: %s%n", of, password);
                out.println("인증 앱과 패스키는 지웠어요. 로그인한 뒤 다시 등록해 주세요. (second factors were removed)");
                yield 0;
            }
            case Outcome.Choose(var emails) -> {
                out.println("누구인지 메일 주소로 알려 주세요. (name one of the administrators)");
                emails.forEach(each -> out.println("  " + each));
                yield 1;
            }
        };
    }
}

package kr.dochak.identity.factors;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import kr.dochak.database.Sql;
import kr.dochak.shared.chance.Unguessable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ten codes for who has lost the app, shown once. Two letters say which code it is, and ten more are compared with a slow hash:
 * fifty bits that nobody chose.
 */
@Component
class RecoveryCodes {

    static final int MANY = 10;
    /** Thirty-two, without those that are read for one another. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int MARK = 2;
    private static final int SECRET = 10;

    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;

    RecoveryCodes(JdbcClient jdbc, PasswordEncoder encoder) {
        this.jdbc = jdbc;
        this.encoder = encoder;
    }

    /** Makes new ones, after which those of before count no longer; they are nowhere but in the answer. */
    @Transactional
    public List<String> make(long staffId) {
        forget(staffId);
        Set<String> marks = new LinkedHashSet<>();
        while (marks.size() < MANY) {
            marks.add(letters(MARK));
        }
        List<String> secrets = marks.stream().map(mark -> letters(SECRET)).toList();
        jdbc.sql("""
                insert into identity.recovery_code (staff_id, mark, code_hash)
                select :staff, c.mark, c.hash from unnest(:marks::text[], :hashes::text[]) as c (mark, hash)
                """)
                .param("staff", staffId)
                .param("marks", marks.toArray(String[]::new))
                .param("hashes", secrets.stream().map(encoder::encode).toArray(String[]::new))
                .update();
        List<String> shown = new ArrayList<>();
        List<String> ordered = List.copyOf(marks);
        for (int i = 0; i < MANY; i++) {
            shown.add(spaced(ordered.get(i) + secrets.get(i)));
        }
        return shown;
    }

    /** Whether it is one of theirs; it counts this once. */
    boolean use(long staffId, String typed, Instant now) {
        String code = typed.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
        if (code.length() != MARK + SECRET) {
            return false;
        }
        String mark = code.substring(0, MARK);
        return jdbc.sql("""
                        select code_hash from identity.recovery_code
                        where staff_id = :staff and mark = :mark and used_at is null
                        """)
                        .param("staff", staffId)
                        .param("mark", mark)
                        .query(String.class)
                        .optional()
                        .filter(hash -> encoder.matches(code.substring(MARK), hash))
                        .isPresent()
                && spend(staffId, mark, now);
    }

    /** Two who come with the same code at once do not both get in. */
    private boolean spend(long staffId, String mark, Instant now) {
        return jdbc.sql("""
                update identity.recovery_code set used_at = :now
                where staff_id = :staff and mark = :mark and used_at is null
                """)
                        .param("now", Sql.at(now))
                        .param("staff", staffId)
                        .param("mark", mark)
                        .update()
                == 1;
    }

    int left(long staffId) {
        return jdbc.sql("select count(*) from identity.recovery_code where staff_id = :staff and used_at is null")
                .param("staff", staffId)
                .query(Integer.class)
                .single();
    }

    void forget(long staffId) {
        jdbc.sql("delete from identity.recovery_code where staff_id = :staff")
                .param("staff", staffId)
                .update();
    }

    private String letters(int many) {
        return Unguessable.letters(LETTERS, many);
    }

    private static String spaced(String code) {
        return code.replaceAll("(.{4})(?=.)", "$1-");
    }
}

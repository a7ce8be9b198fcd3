package kr.dochak.backup.moving;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import kr.dochak.database.OutsideDatabase;

/**
 * What matters of a database before anything is moved into it.
 *
 * @param version as PostgreSQL numbers itself: 150004
 * @param tables that are in it already
 * @param half whether an earlier move into it did not end
 * @param mayMake whether the owner may make schemas
 * @param archive whether the owner is in the role of the archive, or may make it
 */
record Target(int version, String encoding, int tables, boolean half, boolean mayMake, boolean archive) {

    private static final int OLDEST = 150_000;

    static Target of(Connection owner) throws SQLException {
        try (Statement sql = owner.createStatement();
                ResultSet row = sql.executeQuery("""
                        select current_setting('server_version_num')::int,
                               current_setting('server_encoding'),
                               (select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                                where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname !~ '^pg_'
                                  and n.nspname not in ('information_schema', 'dochak_moving')
                                  and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')),
                               exists (select from pg_namespace where nspname = 'dochak_moving'),
                               has_database_privilege(current_database(), 'create')
                                   and has_schema_privilege('public', 'create'),
                               (select rolcreaterole or rolsuper from pg_roles where rolname = current_user)
                                   or exists (select from pg_roles where rolname = 'dochak_archive'
                                              and pg_has_role(oid, 'usage'))
                        """)) {
            row.next();
            return new Target(
                    row.getInt(1),
                    row.getString(2),
                    row.getInt(3),
                    row.getBoolean(4),
                    row.getBoolean(5),
                    row.getBoolean(6));
        }
    }

    /** Whether a move into it ended: its rows and the end of the mark came in one commit. */
    boolean isFilled() {
        return tables > 0 && !half;
    }

    /** Why nothing can be moved into it. */
    Optional<MoveProblem> against() {
        if (version < OLDEST) {
            return Optional.of(new MoveProblem(
                    "PostgreSQL %d이에요. 15 이상이어야 해요.".formatted(version / 10_000),
                    "PostgreSQL is too old; 15 or newer is needed"));
        }
        if (!encoding.equals("UTF8")) {
            return Optional.of(new MoveProblem(
                    "데이터베이스의 문자 인코딩이 %s예요. UTF8로 만들어 주세요.".formatted(encoding),
                    "the database is not in UTF8; create it with encoding 'UTF8'"));
        }
        if (isFilled()) {
            return Optional.of(new MoveProblem(
                    "옮겨 갈 데이터베이스에 표가 %d개 있어요. 빈 데이터베이스를 골라 주세요.".formatted(tables),
                    "the database is not empty; choose an empty one"));
        }
        if (!mayMake) {
            return Optional.of(new MoveProblem(
                    "소유자 계정이 스키마를 만들 수 없어요. docs/database-roles.md의 SQL을 먼저 실행해 주세요.",
                    "the owner may not make schemas; run the SQL of docs/database-roles.md first"));
        }
        if (!archive) {
            return Optional.of(new MoveProblem(
                    "소유자 계정이 dochak_archive 역할에 들어 있지 않아요. docs/database-roles.md의 SQL을 먼저 실행해 주세요.",
                    "the owner is not in the role dochak_archive; run the SQL of docs/database-roles.md first"));
        }
        return Optional.empty();
    }

    /** Connects as both roles, since a server that cannot would find out after the move. */
    static Target of(OutsideDatabase outside) throws SQLException {
        try (Connection application = outside.asApplication();
                Connection owner = outside.asOwner()) {
            application.setReadOnly(true);
            return of(owner);
        }
    }
}

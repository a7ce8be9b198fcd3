package kr.dochak.backup.moving;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import kr.dochak.database.EmbeddedFolder;
import kr.dochak.database.MovedMark;
import kr.dochak.database.OpenFolder;
import kr.dochak.database.OutsideDatabase;

/**
 * Moves what a folder holds into an outside database (SET-3): its tables are made by the migrations of this version, all rows come in one
 * transaction and are compared in it. Until that ends the database is marked as half-filled, and the folder is only read.
 */
final class Move {

    private final EmbeddedFolder folder;
    private final OutsideDatabase outside;

    Move(EmbeddedFolder folder, OutsideDatabase outside) {
        this.folder = folder;
        this.outside = outside;
    }

    /** What each table holds; throws {@link MoveProblem}, and then the next one begins anew. */
    Map<String, Sum> run(Instant now) throws IOException, SQLException {
        mustStandStill();
        Target.of(outside).against().ifPresent(problem -> {
            throw problem;
        });
        try (OpenFolder open = folder.open();
                Connection from = open.connect();
                Connection into = outside.asOwner()) {
            mark(into);
            outside.makeTables();
            Map<String, Sum> moved = fill(from, into);
            MovedMark.write(folder.data(), outside.url(), now);
            return moved;
        }
    }

    private void mustStandStill() {
        if (!folder.isThere()) {
            throw new MoveProblem(folder.data() + "에는 내장 PostgreSQL이 없어요.", "no embedded PostgreSQL there");
        }
        MovedMark.of(folder.data()).ifPresent(url -> {
            throw new MoveProblem(folder.data() + "은 이미 " + url + "로 옮겼어요.", "it was moved already");
        });
        if (folder.isRunning()) {
            throw new MoveProblem(
                    folder.data() + "의 서버가 켜져 있어요. 먼저 꺼 주세요.", "the server of this folder runs; stop it first");
        }
    }

    /** Stands before anything else does, and goes with the commit of the rows. */
    private static void mark(Connection into) throws SQLException {
        try (Statement sql = into.createStatement()) {
            sql.execute("create schema if not exists dochak_moving");
        }
    }

    private static Map<String, Sum> fill(Connection from, Connection into) throws SQLException {
        Sum.sameTexts(from);
        Sum.sameTexts(into);
        from.setAutoCommit(false);
        into.setAutoCommit(false);
        Shape shape = Shape.of(from);
        Shape target = Shape.of(into);
        if (!shape.fits(target)) {
            throw new MoveProblem(
                    "이 폴더는 다른 버전이 썼어요. 이 버전으로 한 번 켰다 끈 다음 다시 해 주세요.",
                    "another version wrote this folder; start this one on it once, stop it, and run this again");
        }
        try (Statement sql = into.createStatement()) {
            Map<String, Sum> moved = new Filling(from, into, shape).fill(target);
            sql.execute("drop schema dochak_moving");
            into.commit();
            into.setAutoCommit(true);
            sql.execute("analyze");
            return moved;
        }
    }
}

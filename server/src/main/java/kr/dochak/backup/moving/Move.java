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
 * transaction and are compared in it. Until that ends the database is marked as half-filled, and the folder is only read but for its mark.
 */
final class Move {

    private final EmbeddedFolder folder;
    private final OutsideDatabase outside;

    Move(EmbeddedFolder folder, OutsideDatabase outside) {
        this.folder = folder;
        this.outside = outside;
    }

    /** What came of it. */
    sealed interface Outcome {

        /** All that each table holds is the same in both. */
        record Moved(Map<String, Sum> tables) implements Outcome {}

        /** A move of before, broken off in its last moment, was whole. */
        record HadEnded() implements Outcome {}
    }

    /** Throws {@link MoveProblem}, and then the next one begins anew. */
    Outcome run(Instant now) throws IOException, SQLException {
        mustStandStill();
        Target target = Target.of(outside);
        if (isOnItsWay() && target.isFilled()) {
            MovedMark.end(folder.data(), outside.url(), now);
            return new Outcome.HadEnded();
        }
        target.against().ifPresent(problem -> {
            throw problem;
        });
        MovedMark.takeBack(folder.data());
        try (OpenFolder open = folder.open();
                Connection from = open.connect();
                Connection into = outside.asOwner()) {
            mark(into);
            outside.makeTables();
            Map<String, Sum> moved = fill(from, into);
            commit(into, now);
            return new Outcome.Moved(moved);
        }
    }

    /** Whether a move was killed when nobody knows whether its commit came through; its own database knows. */
    private boolean isOnItsWay() {
        return MovedMark.of(folder.data()).filter(mark -> !mark.ended()).isPresent();
    }

    private void mustStandStill() {
        if (!folder.isThere()) {
            throw new MoveProblem(folder.data() + "에는 내장 PostgreSQL이 없어요.", "no embedded PostgreSQL there");
        }
        MovedMark.of(folder.data()).ifPresent(mark -> {
            if (mark.ended()) {
                throw new MoveProblem(folder.data() + "은 이미 " + mark.url() + "로 옮겼어요.", "it was moved already");
            }
            if (!mark.isAt(outside.url())) {
                throw new MoveProblem(
                        folder.data() + "을 " + mark.url() + "로 옮기다 끊겼어요. 같은 주소로 다시 실행해 주세요.",
                        "a move to another address was broken off in its last moment; run it again with that address");
            }
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

    /** The folder says it before the database does: killed between the two, neither is started by mistake. */
    private void commit(Connection into, Instant now) throws IOException, SQLException {
        MovedMark.begin(folder.data(), outside.url(), now);
        into.commit();
        MovedMark.end(folder.data(), outside.url(), now);
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
            return moved;
        }
    }
}

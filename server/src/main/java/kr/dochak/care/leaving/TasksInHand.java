package kr.dochak.care.leaving;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import kr.dochak.identity.OpenWork;
import kr.dochak.identity.StaffMember;
import kr.dochak.live.LiveTopics;
import kr.dochak.shared.MallId;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open tasks of one owner (MSG-9): without one they wait for anybody, by when they were promised. */
@Component
@Order(2)
class TasksInHand implements OpenWork {

    private final JdbcClient jdbc;
    private final LiveTopics topics;

    TasksInHand(JdbcClient jdbc, LiveTopics topics) {
        this.jdbc = jdbc;
        this.topics = topics;
    }

    @Override
    public List<Piece> of(StaffMember member) {
        return jdbc.sql("""
                select id, kind, tenant_id from care.task where owner_id = :owner and ended_at is null order by due_at, id
                """)
                .param("owner", member.id())
                .query(TasksInHand::piece)
                .list();
    }

    @Override
    public List<Piece> giveBack(StaffMember leaver, StaffMember by) {
        List<Piece> back = jdbc.sql("""
                update care.task set owner_id = null, owner_name = null
                where owner_id = :owner and ended_at is null
                returning id, kind, tenant_id
                """)
                .param("owner", leaver.id())
                .query(TasksInHand::piece)
                .list();
        if (!back.isEmpty()) {
            topics.touch(LiveTopics.BOARD);
        }
        return back;
    }

    private static Piece piece(ResultSet row, int index) throws SQLException {
        return new Piece(
                row.getString("kind"),
                "#" + row.getLong("id"),
                "/console/tasks#task-" + row.getLong("id"),
                new MallId(row.getLong("tenant_id")));
    }
}

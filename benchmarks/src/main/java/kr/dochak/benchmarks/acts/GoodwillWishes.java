package kr.dochak.benchmarks.acts;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** Points that somebody wants to give: rows as their desk writes them, which the next start puts before those who decide. */
final class GoodwillWishes {

    private final String url;

    GoodwillWishes(String url) {
        this.url = url;
    }

    /** Whoever owns the company agrees to what its administrator wants; the demo has one such person only. */
    void secondOwner() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into identity.staff_role (staff_id, role_id)
                    select s.id, r.id from identity.staff s, identity.role r
                    where s.email = 'manager@dochak.example' and r.shipped = 'PLATFORM'
                    on conflict do nothing
                    """);
        }
    }

    /** Every third of them needs two votes. */
    void add(int wishes) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement insert = connection.prepareStatement("""
                        insert into compensation.goodwill (tenant_id, order_id, person_id, won, reason, maker_id, made_at)
                        select o.tenant_id, o.id, o.person_id, case when n % 3 = 0 then 90000 else 10000 end, '배송이 늦었어요',
                               (select id from identity.staff where email = 'agent@dochak.example'), now()
                        from generate_series(1, ?) n
                        cross join lateral (select * from orders.customer_order order by id offset n % 20 limit 1) o
                        """)) {
            insert.setInt(1, wishes);
            insert.executeUpdate();
        }
    }
}

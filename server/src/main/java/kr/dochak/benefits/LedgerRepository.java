package kr.dochak.benefits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import kr.dochak.database.Sql;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.Won;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LedgerRepository {

    private static final int ROWS_AT_ONCE = 1_000;

    private final JdbcClient jdbc;

    LedgerRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ChainHead lockHead() {
        return jdbc.sql("select entry_id, hash from benefits.chain_head for update")
                .query(ChainHead.class)
                .single();
    }

    ChainHead head() {
        return jdbc.sql("select entry_id, hash from benefits.chain_head")
                .query(ChainHead.class)
                .single();
    }

    void moveHead(ChainHead head) {
        jdbc.sql("update benefits.chain_head set entry_id = :id, hash = :hash")
                .param("id", head.entryId())
                .param("hash", head.hash())
                .update();
    }

    void insert(List<ChainedEntry> chained) {
        List<Movement> moved = chained.stream().map(c -> c.entry().movement()).toList();
        jdbc.sql("""
                insert into benefits.ledger_entry (id, hash, kind, unit, tenant_id, person_id, benefit_id, amount,
                                                   order_id, reason, maker, approvers, at)
                select * from unnest(:ids, :hashes, :kinds, :units, :tenants, :persons, :benefits, :amounts,
                                     :orders, :reasons, :makers, :approvers, :ats::timestamptz[])
                """)
                .param("ids", chained.stream().mapToLong(c -> c.entry().id()).toArray())
                .param("hashes", chained.stream().map(ChainedEntry::hash).toArray(String[]::new))
                .param("kinds", moved.stream().map(m -> m.kind().name()).toArray(String[]::new))
                .param("units", moved.stream().map(m -> m.unit().name()).toArray(String[]::new))
                .param("tenants", Sql.ids(moved, Movement::tenantId))
                .param("persons", Sql.ids(moved, Movement::personId))
                .param("benefits", moved.stream().mapToLong(Movement::benefitId).toArray())
                .param(
                        "amounts",
                        moved.stream().mapToLong(m -> m.amount().amount()).toArray())
                .param("orders", Sql.ids(moved, Movement::orderId))
                .param("reasons", moved.stream().map(m -> m.warrant().reason()).toArray(String[]::new))
                .param("makers", moved.stream().map(m -> m.warrant().maker()).toArray(String[]::new))
                .param(
                        "approvers",
                        moved.stream().map(LedgerRepository::approvers).toArray(String[]::new))
                .param("ats", Sql.instants(moved, Movement::at))
                .update();
    }

    /** All entries in their order, a thousand at a time; to be closed, and read inside a transaction. */
    Stream<ChainedEntry> stream() {
        return jdbc
                .sql("select * from benefits.ledger_entry order by id")
                .withFetchSize(ROWS_AT_ONCE)
                .query((rs, row) -> new ChainedEntry(entry(rs), rs.getString("hash")))
                .stream();
    }

    List<LedgerEntry> of(Collection<PersonId> personIds, long before, int limit) {
        return jdbc.sql("""
                select * from benefits.ledger_entry
                where person_id = any(:persons) and id < :before order by id desc limit :limit
                """)
                .param("persons", Sql.ids(personIds))
                .param("before", before)
                .param("limit", limit)
                .query((rs, row) -> entry(rs))
                .list();
    }

    private static LedgerEntry entry(ResultSet rs) throws SQLException {
        String approvers = rs.getString("approvers");
        Warrant warrant = new Warrant(
                rs.getString("reason"),
                rs.getString("maker"),
                approvers.isEmpty() ? List.of() : List.of(approvers.split(",")));
        Movement movement = new Movement(
                Movement.Kind.valueOf(rs.getString("kind")),
                Movement.Unit.valueOf(rs.getString("unit")),
                new MallId(rs.getLong("tenant_id")),
                new PersonId(rs.getLong("person_id")),
                rs.getLong("benefit_id"),
                new Won(rs.getLong("amount")),
                OrderId.ofNullable(rs.getObject("order_id", Long.class)),
                warrant,
                Sql.moment(rs, "at"));
        return new LedgerEntry(rs.getLong("id"), movement);
    }

    private static String approvers(Movement movement) {
        return String.join(",", movement.warrant().approvers());
    }
}

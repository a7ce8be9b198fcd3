package kr.dochak.benchmarks.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Recomputes the chain of the ledger of benefits (BEN-5) from its rows, as an auditor would: with code of their own. */
public final class LedgerChain {

    private String hash = "0".repeat(64);
    private long entries;
    private long firstBroken;

    private LedgerChain() {}

    /** What the chain says: how many entries, and the first that does not fit (0: none). */
    public record Verdict(long entries, long firstBroken) {

        public boolean isIntact() {
            return firstBroken == 0;
        }
    }

    /** Reads all of it. */
    public static Verdict verify(Database database) throws SQLException {
        LedgerChain chain = new LedgerChain();
        database.each("select * from benefits.ledger_entry order by id", chain::add);
        Map<String, @Nullable Object> head =
                database.rows("select entry_id, hash from benefits.chain_head").getFirst();
        boolean ends =
                Objects.equals(head.get("hash"), chain.hash) && Objects.equals(head.get("entry_id"), chain.entries);
        return new Verdict(chain.entries, chain.firstBroken == 0 && !ends ? chain.entries + 1 : chain.firstBroken);
    }

    private void add(Map<String, @Nullable Object> row) {
        entries++;
        Object at = ((Timestamp) Objects.requireNonNull(row.get("at"))).toInstant();
        String content = Stream.of(
                        entries,
                        row.get("kind"),
                        row.get("unit"),
                        row.get("tenant_id"),
                        row.get("person_id"),
                        row.get("benefit_id"),
                        row.get("amount"),
                        Objects.requireNonNullElse(row.get("order_id"), ""),
                        row.get("reason"),
                        row.get("maker"),
                        row.get("approvers"),
                        at)
                .map(String::valueOf)
                .map(text -> text.length() + ":" + text)
                .reduce("", String::concat);
        hash = sha256(hash + content);
        boolean fits = Objects.equals(row.get("id"), entries) && Objects.equals(row.get("hash"), hash);
        if (!fits && firstBroken == 0) {
            firstBroken = entries;
        }
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

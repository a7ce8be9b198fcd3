package kr.dochak.benefits;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.dochak.shared.Hash;

/** The end of the ledger's hash chain: each entry's SHA-256 covers the hash before it, its own id and all its content. */
record ChainHead(long entryId, String hash) {

    static final ChainHead START = new ChainHead(0, "0".repeat(64));

    ChainHead next(Movement movement) {
        long id = entryId + 1;
        return new ChainHead(id, Hash.hex(hash + canonical(id, movement)));
    }

    /** Every field with its length before it, so that no two contents read the same. */
    private static String canonical(long id, Movement m) {
        return Stream.of(
                        id,
                        m.kind(),
                        m.unit(),
                        m.tenantId(),
                        m.personId(),
                        m.benefitId(),
                        m.amount().amount(),
                        m.orderId() == null ? "" : m.orderId(),
                        m.warrant().reason(),
                        m.warrant().maker(),
                        String.join(",", m.warrant().approvers()),
                        m.at())
                .map(Object::toString)
                .map(text -> text.length() + ":" + text)
                .collect(Collectors.joining());
    }
}

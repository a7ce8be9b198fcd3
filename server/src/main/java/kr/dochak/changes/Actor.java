package kr.dochak.changes;

import java.util.UUID;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, and from where (ASR-5).
 *
 * @param mall for which mall they are at work; {@link MallId#DEFAULT} for who works for none
 * @param staffId null for a program with a key, and for the product itself
 * @param name the name they have now, which the row keeps
 * @param roles what they are now, in their order
 * @param address from where; empty for nobody outside
 * @param request the one request that it all belongs to; null outside of one
 */
public record Actor(
        MallId mall,
        @Nullable Long staffId,
        String name,
        String roles,
        String address,
        @Nullable UUID request) {

    /** The product itself. */
    static final Actor PRODUCT = new Actor(MallId.DEFAULT, null, "", "", "", null);

    /** A member of staff of whom no more is known. */
    public static Actor of(MallId mall, long staffId, String name) {
        return new Actor(mall, staffId, name, "", "", null);
    }

    /** The same in a request from somewhere. */
    public Actor in(UUID answered, String from) {
        return new Actor(mall, staffId, name, roles, from, answered);
    }
}

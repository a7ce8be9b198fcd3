package kr.dochak.settings;

import java.time.Instant;
import java.util.List;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;

/**
 * Has somebody else agree to what one person wants. The module of approvals brings it; what stands beneath that module asks by it,
 * in the transaction of the wish.
 */
public interface SecondPerson {

    /** The kind of a risky change of a setting. */
    String SETTING = "setting";
    /** The kind of a change of a role that gives more of what is risky. */
    String ROLE = "role";
    /** The kind of an erasure that one of the staff asks for. */
    String ERASURE = "erasure";

    /**
     * What is wanted.
     *
     * @param subject the id of the thing, among all of its kind
     * @param mall whose it is; {@link MallId#DEFAULT} for the house
     * @param what the key of its sentence, whose gaps are words behind {@code =} or plain texts without persons
     * @param href where it stands in full
     * @param at when it was wanted; null for now
     */
    record Wish(
            String kind,
            String subject,
            MallId mall,
            long makerId,
            String what,
            List<String> gaps,
            String href,
            @Nullable Instant at) {}

    /** Asks; an open wish about the same thing is over with it. */
    void ask(Wish wish);

    /** Whoever else would decide about this thing waits until the transaction ends; to be called before its own row is locked. */
    void hold(String kind, String subject);

    /**
     * It is taken back where it was made.
     *
     * @param by the member of staff who did; null when it was nobody of them
     */
    void withdrawn(String kind, String subject, @Nullable Long by);
}

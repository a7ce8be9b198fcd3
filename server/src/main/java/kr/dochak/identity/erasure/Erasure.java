package kr.dochak.identity.erasure;

import java.time.Instant;
import java.util.List;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A wish that somebody be erased, and how far it is.
 *
 * @param requestedBy the member of staff who asked for it; null when the person did
 * @param graceUntil until when it can be taken back
 * @param dueAt until when it must be done
 * @param waitsFor what must end first; empty when nothing must
 * @param keysDestroyedAt when the keys were destroyed, after which nothing of the person can be read
 * @param rewrittenAt when the bytes of what lay in the clear were written over, in the data files and their log
 */
public record Erasure(
        long id,
        MallId tenantId,
        State state,
        Cause cause,
        @Nullable Long requestedBy,
        @Nullable Long approvedBy,
        Instant requestedAt,
        Instant graceUntil,
        Instant dueAt,
        List<Hindrance> waitsFor,
        @Nullable Instant endedAt,
        @Nullable Instant keysDestroyedAt,
        @Nullable Instant rewrittenAt,
        @Nullable Certificate certificate,
        List<PersonId> people) {

    /** How far it is. */
    public enum State {
        /** One of the staff asks for it; another has not agreed yet. */
        PROPOSED,
        /** It begins when it can no longer be taken back. */
        REQUESTED,
        /** Something must end first. */
        WAITING,
        RUNNING,
        DONE,
        WITHDRAWN
    }

    /** Why; a word and no text, so that nothing of the person is in it. */
    public enum Cause {
        PERSON,
        ASKED_US,
        PURPOSE_ENDED,
        AUTHORITY
    }

    public boolean isOpen() {
        return endedAt == null;
    }

    /** Whether it can still be taken back. */
    public boolean isRevocable(Instant now) {
        return state == State.PROPOSED
                || state == State.WAITING
                || state == State.REQUESTED && now.isBefore(graceUntil);
    }
}

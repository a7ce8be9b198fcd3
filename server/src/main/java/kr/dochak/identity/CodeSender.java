package kr.dochak.identity;

import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;

/**
 * Brings a one-time code to a person on the channel that reaches them (IDN-1); a module that can send messages offers
 * one as a bean. A code is never stored or logged in the clear, so it must not travel as a fact through the registry.
 */
@FunctionalInterface
public interface CodeSender {

    /** Sends six digits; called outside a transaction and on a thread of its own, so that waiting tells nobody anything. */
    void send(MallId tenantId, PersonId personId, String code);
}

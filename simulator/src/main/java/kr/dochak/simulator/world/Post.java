package kr.dochak.simulator.world;

import kr.dochak.simulator.wire.Call;

/** Takes what the malls and the carriers have to tell the server. */
@FunctionalInterface
public interface Post {

    String CARRIERS = "carriers";

    /** The sender is a mall's tenant, or a carrier's id; {@link #CARRIERS} are those without a key of their own. */
    void hand(String sender, Call call);

    /** A scan that its carrier tells nobody, but whoever asks. */
    default void keptForAsking(Call call) {}
}

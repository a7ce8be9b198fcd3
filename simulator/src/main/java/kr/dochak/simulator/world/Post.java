package kr.dochak.simulator.world;

import kr.dochak.simulator.wire.Call;

/** Takes what the malls and the carriers have to tell the server. */
@FunctionalInterface
public interface Post {

    String CARRIERS = "carriers";

    /** The sender is a mall's tenant or {@link #CARRIERS}. */
    void hand(String sender, Call call);
}

package kr.dochak.limits;

import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import kr.dochak.shared.AddressBlock;
import kr.dochak.time.Allowance;
import org.apache.catalina.util.NetMaskSet;

/**
 * Whose refused body is still taken off the line, so that its sender can read the refusal: a few of each address in a minute,
 * and few at once. Reading megabytes that nobody wants costs more than anything else that can be refused.
 */
final class RefusedBodies {

    static final RefusedBodies NONE = new RefusedBodies(1, 1, new NetMaskSet());

    private final Allowance ofAddress;
    private final Semaphore room;
    private final NetMaskSet unlimited;

    RefusedBodies(int inMinute, int atOnce, NetMaskSet unlimited) {
        this.ofAddress = new Allowance(inMinute, Duration.ofMinutes(1));
        this.room = new Semaphore(atOnce);
        this.unlimited = unlimited;
    }

    /** Room to go on with one, which must be given back by {@link #leave}; an address of everybody is counted at once only. */
    boolean take(String address) {
        if (!room.tryAcquire()) {
            return false;
        }
        if (isOfEverybody(address) || ofAddress.take(AddressBlock.of(address))) {
            return true;
        }
        room.release();
        return false;
    }

    void leave() {
        room.release();
    }

    private boolean isOfEverybody(String address) {
        try {
            return unlimited.contains(InetAddress.ofLiteral(address));
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }
}

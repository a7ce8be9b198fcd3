package kr.dochak.simulator.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kr.dochak.simulator.carriers.Parcel;
import kr.dochak.simulator.malls.Order;
import kr.dochak.simulator.wire.Call;

/** An order on its way through a centre. Held jobs wait for a hand at the control page. */
public final class Job {

    private final List<Parcel> parcels;
    private final boolean held;
    private final List<Call> told = new ArrayList<>();
    private Order order;
    private boolean cancelled;
    private boolean shipped;

    Job(Order order, List<Parcel> parcels, boolean held) {
        this.order = order;
        this.parcels = parcels;
        this.held = held;
    }

    public Order order() {
        return order;
    }

    public List<Parcel> parcels() {
        return parcels;
    }

    /** Everything the server was told about the order itself. */
    public List<Call> told() {
        return told;
    }

    boolean isHeld() {
        return held;
    }

    boolean isOpen() {
        return !cancelled && !shipped;
    }

    void revise(Order revised) {
        order = revised;
    }

    void cancel() {
        cancelled = true;
    }

    void ship() {
        shipped = true;
    }

    Optional<Parcel> parcelToMove() {
        return parcels.stream().filter(parcel -> parcel.next() != null).findFirst();
    }
}

package kr.dochak.simulator.carriers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the carriers' computers know by now: a scan is there once it left the courier's device, so some come late, twice, or
 * after the next one.
 */
public final class Books {

    private final Map<String, Parcel> parcels = new HashMap<>();
    private final Map<String, List<Scan>> scans = new HashMap<>();
    private final List<Consumer<Scan>> listeners = new ArrayList<>();

    /** What is known of one number. */
    public record Entry(Parcel parcel, List<Scan> scans) {}

    /** A parcel the carrier has papers of. */
    public synchronized void open(Parcel parcel) {
        parcels.put(parcel.trackingNumber(), parcel);
    }

    public void enter(Scan scan) {
        synchronized (this) {
            scans.computeIfAbsent(scan.trackingNumber(), number -> new ArrayList<>())
                    .add(scan);
        }
        listeners.forEach(listener -> listener.accept(scan));
    }

    /** Hears of every scan as it is entered; it must not wait. */
    public void listen(Consumer<Scan> listener) {
        listeners.add(listener);
    }

    public synchronized Optional<Entry> find(Carrier carrier, String trackingNumber) {
        return Optional.ofNullable(parcels.get(trackingNumber))
                .filter(parcel -> parcel.carrier() == carrier)
                .map(parcel -> new Entry(parcel, List.copyOf(scans.getOrDefault(trackingNumber, List.of()))));
    }
}

package kr.dochak.time;

import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What this process read of something that changes seldom, until its version is another one. Asking costs no statement, and a beat
 * that calls {@link #follow} brings in what other processes changed.
 */
public final class Snapshot<T> {

    private record Reading<T>(long version, T value) {}

    private final LongSupplier version;
    private final Supplier<T> reader;
    private volatile @Nullable Reading<T> last;

    /** @param version grows with every change, wherever it was made */
    public Snapshot(LongSupplier version, Supplier<T> reader) {
        this.version = version;
        this.reader = reader;
    }

    /** The last reading; before the first one it is read. */
    public T current() {
        Reading<T> known = last;
        return known == null ? load() : known.value();
    }

    /** Reads it anew, by whoever has just changed it. */
    public void read() {
        load();
    }

    private T load() {
        long now = version.getAsLong(); // first, so that a change between the two is read again and never missed
        T value = reader.get();
        last = new Reading<>(now, value);
        return value;
    }

    /** Reads it anew where it has changed; what nobody has asked for yet is not read. */
    public void follow() {
        Reading<T> known = last;
        if (known != null && known.version() != version.getAsLong()) {
            read();
        }
    }
}

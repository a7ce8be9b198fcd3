package kr.dochak.promise.causes;

import kr.dochak.promise.PromiseFact.DelayCause;
import org.jspecify.annotations.Nullable;

/** Why a parcel is late, and where it lost the time; the latter is missing where no evidence shows it. */
public record Reason(DelayCause cause, @Nullable LostTime lost) {

    /** Whether it says the same, however long that has lasted by now. */
    public boolean isLike(@Nullable Reason other) {
        return other != null && cause == other.cause && place().equals(other.place());
    }

    public String place() {
        return lost == null ? "" : lost.place();
    }
}

package kr.dochak.promise;

import java.util.Locale;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.PromiseFact.DelayKind;
import kr.dochak.promise.windows.Stage;
import kr.dochak.tracking.ScanReason;
import org.jspecify.annotations.Nullable;

/**
 * Why a parcel is late, from the evidence there is (PRM-4): the carrier's own reason first, then a warning on its way that
 * has cost such parcels time before, then where it stands still. A warehouse that has not packed is not excused by the
 * weather.
 */
final class CauseRule {

    private CauseRule() {}

    /** @param area the cause that a warning on the parcel's way is, or null where none moves its window */
    static DelayCause cause(
            DelayKind kind,
            Stage stage,
            @Nullable ScanReason reason,
            String place,
            @Nullable Preparation preparation,
            @Nullable DelayCause area) {
        if (reason != null) {
            return ofReason(reason);
        }
        if (kind == DelayKind.SILENT) {
            return DelayCause.CARRIER_DATA;
        }
        if (area != null && !isUnpacked(stage, preparation)) {
            return area;
        }
        return switch (stage) {
            case ORDERED -> ofPreparation(preparation);
            case PICKED_UP, IN_TRANSIT, HELD -> isHub(place) ? DelayCause.HUB_BACKLOG : DelayCause.LINE_HAUL;
            case OUT_FOR_DELIVERY -> DelayCause.LAST_MILE;
            case ATTEMPTED -> DelayCause.ADDRESS;
        };
    }

    /** How far the warehouse was. */
    enum Preparation {
        NOT_BEGUN,
        PICKING,
        PACKED
    }

    private static boolean isUnpacked(Stage stage, @Nullable Preparation preparation) {
        return stage == Stage.ORDERED && (preparation == Preparation.NOT_BEGUN || preparation == Preparation.PICKING);
    }

    private static DelayCause ofPreparation(@Nullable Preparation preparation) {
        return preparation == Preparation.PACKED ? DelayCause.HANDOVER : DelayCause.PICKING;
    }

    private static DelayCause ofReason(ScanReason reason) {
        return switch (reason) {
            case HUB_BACKLOG, MISSORTED -> DelayCause.HUB_BACKLOG;
            case LINE_HAUL_DELAY, CUSTOMS -> DelayCause.LINE_HAUL;
            case WEATHER -> DelayCause.WEATHER;
            case ADDRESS_WRONG, RECIPIENT_ABSENT, REFUSED -> DelayCause.ADDRESS;
            case DAMAGED -> DelayCause.DAMAGED;
            case LOST -> DelayCause.LOST;
            case CARRIER_DATA -> DelayCause.CARRIER_DATA;
        };
    }

    private static boolean isHub(String place) {
        String upper = place.toUpperCase(Locale.ROOT);
        return upper.contains("HUB") || place.contains("허브") || place.contains("집중국") || place.contains("터미널");
    }
}

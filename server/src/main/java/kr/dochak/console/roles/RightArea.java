package kr.dochak.console.roles;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import kr.dochak.identity.Right;
import org.jspecify.annotations.Nullable;

/** The rights as areas of work, each with what is seen, worked, led and set in it; what an area does not have is null. */
public enum RightArea {
    BOARD(Right.BOARD_SEE, null, null, null),
    ORDERS(Right.ORDERS_SEE, Right.ORDERS_IMPORT, null, Right.ORDERS_SET),
    SHIPMENTS(Right.SHIPMENTS_SEE, Right.PARCELS_CORRECT, null, Right.DELIVERY_SET),
    CASES(Right.CASES_SEE, Right.CASES_WORK, Right.CASES_LEAD, Right.CARE_SET),
    TASKS(null, Right.TASKS_WORK, null, null),
    NOTICES(null, Right.NOTICES_SEND, null, null),
    ALERTS(null, Right.ALERTS_WORK, null, Right.ALERTS_SET),
    APPROVALS(null, Right.APPROVALS_WORK, null, null),
    WINDOWS(Right.WINDOWS_SEE, null, null, Right.WINDOWS_SET),
    MODELS(Right.MODELS_SEE, null, null, null),
    COMPENSATION(Right.COMPENSATION_SEE, null, null, Right.MONEY_SET),
    INTEGRATIONS(Right.INTEGRATIONS_SEE, Right.INTEGRATIONS_WORK, null, Right.WEBHOOKS_SET),
    PERSONS(Right.ACCESS_SEE, Right.PERSONS_REVEAL, Right.PERSONS_ERASE, Right.PRIVACY_SET),
    ARCHIVE(null, Right.ARCHIVE_OPEN, null, null),
    STAFF(Right.SECURITY_SEE, null, null, Right.STAFF_SET),
    SETTINGS(Right.SETTINGS_SEE, null, null, null),
    ALL_MALLS(null, null, null, Right.PLATFORM);

    private final @Nullable Right see;
    private final @Nullable Right work;
    private final @Nullable Right lead;
    private final @Nullable Right set;

    RightArea(@Nullable Right see, @Nullable Right work, @Nullable Right lead, @Nullable Right set) {
        this.see = see;
        this.work = work;
        this.lead = lead;
        this.set = set;
    }

    /** What there is in it, from seeing to setting. */
    public List<Right> rights() {
        return Stream.of(see, work, lead, set).filter(Objects::nonNull).toList();
    }

    /** How far a right goes: 1 for seeing, 2 for working, 3 for leading, 4 for setting. */
    public static int step(Right right) {
        return Arrays.stream(values())
                .mapToInt(area ->
                        Arrays.asList(area.see, area.work, area.lead, area.set).indexOf(right) + 1)
                .max()
                .orElse(0);
    }
}

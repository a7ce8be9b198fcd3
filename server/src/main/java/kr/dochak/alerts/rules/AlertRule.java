package kr.dochak.alerts.rules;

/**
 * Who hears a kind at a step, and how (MSG-7).
 *
 * @param id 0 of a rule that comes with the product
 * @param step 0 at once, 1 and 2 when nobody acknowledged it in time
 * @param dutyOnly whether only those of them hear it who are on duty; while none is, all do
 */
public record AlertRule(
        long id, String kind, int step, Audience audience, boolean bell, boolean mail, boolean dutyOnly) {

    /** How often an alert goes on to others at most. */
    public static final int LAST_STEP = 2;

    static AlertRule shipped(String kind, int step, Audience audience, boolean mail, boolean dutyOnly) {
        return new AlertRule(0, kind, step, audience, true, mail, dutyOnly);
    }

    public boolean isShipped() {
        return id == 0;
    }
}

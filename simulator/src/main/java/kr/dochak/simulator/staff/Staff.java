package kr.dochak.simulator.staff;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The people of both malls: each does one thing at a time, in their hours, at a human pace. */
public final class Staff {

    private static final Pattern ACKNOWLEDGEMENT = Pattern.compile("/console/alerts/one/\\d+/acknowledgement");
    private static final Pattern TASK_DONE = Pattern.compile("/console/tasks/\\d+/done");
    private static final Pattern LEAD_SEES = Pattern.compile("/console/cases/\\d+/lead");
    private static final Pattern APPROVAL = Pattern.compile("/console/privacy/\\d+/approval");
    private static final String CALLED = "전화로 상황과 다음 순서를 말씀드렸고, 고객님이 이해하셨어요. 도착하면 다시 확인할게요.";
    /** Whatever the step of time, nobody does more than this between two looks. */
    private static final int MOST_TURNS = 4;

    /** Those of a mall, one after the other; malls know nothing of each other and work side by side. */
    private final List<List<Shift>> malls = new ArrayList<>();
    /** Who works for both malls comes after both. */
    private final List<Shift> ofBoth = new ArrayList<>();

    /** Somebody's hours, and how long one turn takes. */
    private static final class Shift {
        private final Duty duty;
        private final LocalTime from;
        private final LocalTime until;
        private final Duration turn;
        private final Duration rest;
        private @Nullable LocalDateTime free;

        Shift(Duty duty, int from, int until, int minutes, Duration rest) {
            this.duty = duty;
            this.from = LocalTime.of(from, 0);
            this.until = LocalTime.of(until, 0);
            this.turn = Duration.ofMinutes(minutes);
            this.rest = rest.isZero() ? turn : rest;
        }

        void work(LocalDateTime now) {
            LocalDateTime next = Optional.ofNullable(free).orElse(now);
            boolean here =
                    !now.toLocalTime().isBefore(from) && now.toLocalTime().isBefore(until);
            for (int turns = 0; here && turns < MOST_TURNS && !next.isAfter(now); turns++) {
                boolean worked = duty.turn(now);
                next = worked ? next.plus(turn) : now.plus(rest);
            }
            free = here ? next : now;
        }
    }

    /** @param past whether they only look as often as it takes to get everything done */
    public Staff(String server, String password, long seed, boolean past) {
        Duration often = past ? Duration.ofHours(6) : Duration.ZERO;
        Duration daily = past ? Duration.ofHours(20) : Duration.ZERO;
        Duration seldom = past ? Duration.ofHours(44) : Duration.ZERO;
        Duration weekly = past ? Duration.ofDays(5) : Duration.ZERO;
        Map<String, LocalDateTime> answered = new ConcurrentHashMap<>();
        for (String mall : List.of("", ".hangang")) {
            List<Shift> shifts = new ArrayList<>();
            malls.add(shifts);
            Colleague agent = new Colleague(server, "agent" + mall + "@dochak.example", password);
            Colleague lead = new Colleague(server, "lead" + mall + "@dochak.example", password);
            Colleague manager = new Colleague(server, "manager" + mall + "@dochak.example", password);
            Colleague operator = new Colleague(server, "operator" + mall + "@dochak.example", password);
            Colleague warehouse = new Colleague(server, "warehouse" + mall + "@dochak.example", password);
            shifts.add(new Shift(new CaseDuty(agent, "all", seed, answered), 9, 19, 9, often));
            shifts.add(new Shift(
                    new FormDuty(lead, "/console/tasks", TASK_DONE, Map.of("words", CALLED)), 10, 18, 25, daily));
            shifts.add(new Shift(new CaseDuty(lead, "mine", seed, answered), 10, 18, 20, daily));
            Colleague admin = new Colleague(server, "admin" + mall + "@dochak.example", password);
            // a case of loss or damage comes to the one with the least to do of all who may lead
            shifts.add(new Shift(new CaseDuty(manager, "mine", seed, answered), 13, 18, 30, seldom));
            shifts.add(new Shift(new CaseDuty(admin, "mine", seed, answered), 13, 18, 45, seldom));
            shifts.add(new Shift(new EscalationDuty(lead, LEAD_SEES), 10, 18, 30, daily));
            shifts.add(
                    new Shift(new FormDuty(operator, "/console/alerts", ACKNOWLEDGEMENT, Map.of()), 8, 20, 12, daily));
            shifts.add(new Shift(new FormDuty(warehouse, "/console/tasks", TASK_DONE, Map.of()), 8, 17, 15, daily));
            shifts.add(new Shift(new FormDuty(manager, "/console/privacy", APPROVAL, Map.of()), 11, 16, 120, weekly));
        }
        Colleague both = new Colleague(server, "both@dochak.example", password);
        ofBoth.add(new Shift(new CaseDuty(both, "all", seed, answered), 12, 21, 12, seldom));
    }

    /** Everybody who is at work does what they got to by now. */
    public void work(LocalDateTime now) {
        try (ExecutorService sideBySide = Executors.newVirtualThreadPerTaskExecutor()) {
            malls.forEach(shifts -> sideBySide.execute(() -> shifts.forEach(shift -> shift.work(now))));
        }
        ofBoth.forEach(shift -> shift.work(now));
    }

    /** Goes on working beside the world, looking at the clock every now and then. */
    public void start(Supplier<Optional<LocalDateTime>> now) {
        Thread.ofPlatform().name("staff").daemon().start(() -> {
            try {
                while (true) {
                    TimeUnit.SECONDS.sleep(3);
                    now.get().ifPresent(this::work);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }
}

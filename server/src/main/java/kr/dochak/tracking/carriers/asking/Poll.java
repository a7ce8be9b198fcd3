package kr.dochak.tracking.carriers.asking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.Moments;
import kr.dochak.shared.ShipmentId;
import kr.dochak.time.Cadence;
import kr.dochak.time.Ticking;
import kr.dochak.tracking.Scan;
import kr.dochak.tracking.ShipmentState;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.carriers.CarrierAnswer.Found;
import kr.dochak.tracking.carriers.asking.Asking.Outcome;
import kr.dochak.tracking.carriers.asking.WatchRepository.Row;
import kr.dochak.tracking.carriers.asking.WatchRepository.Settled;
import org.jspecify.annotations.Nullable;

/**
 * Asks about the parcels of one carrier, those first that are worth it most, as far as its allowance goes. Each carrier has
 * a poll of its own, so that a slow one delays no other.
 */
final class Poll implements Ticking {

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration NOT_THIS_TIME = Duration.ofSeconds(30);
    private static final Cadence CADENCE = Cadence.every(Duration.ofSeconds(1));
    private static final int MOST_AT_ONCE = 120;
    private static final int CANDIDATES_FOR_A_CALL = 3;
    private static final int MOST_TOGETHER = 16;

    private final List<CarrierId> carriers;
    private final Routes routes;
    private final Asking asking;
    private final WatchRepository watches;
    private final Tracking tracking;
    private final AnswerIntake answers;

    Poll(
            List<CarrierId> carriers,
            Routes routes,
            Asking asking,
            WatchRepository watches,
            Tracking tracking,
            AnswerIntake answers) {
        this.carriers = carriers;
        this.routes = routes;
        this.asking = asking;
        this.watches = watches;
        this.tracking = tracking;
        this.answers = answers;
    }

    @Override
    public @Nullable Instant nextDue() {
        List<CarrierId> reached = reached();
        return reached.isEmpty() ? null : watches.nextDue(reached);
    }

    @Override
    public Cadence cadence() {
        return CADENCE;
    }

    @Override
    public boolean isReady() {
        return !reached().isEmpty();
    }

    @Override
    public boolean isOutward() {
        return true;
    }

    @Override
    public boolean tick(Instant now) {
        List<CarrierId> reached = reached();
        int calls = Math.min(routes.callsLeft(reached), MOST_AT_ONCE);
        List<Row> due =
                calls == 0 ? List.of() : watches.claim(reached, now, now.plus(LEASE), calls * CANDIDATES_FOR_A_CALL);
        if (due.isEmpty()) {
            return false;
        }
        round(due, calls, now);
        return true;
    }

    /** Which of them can be asked about, by the switches as they are now. */
    private List<CarrierId> reached() {
        return carriers.stream().filter(routes::reach).toList();
    }

    private void round(List<Row> due, int calls, Instant now) {
        Map<ShipmentId, ShipmentState> states =
                tracking.states(due.stream().map(Row::shipmentId).toList());
        watches.forget(due.stream()
                .filter(row -> isOver(states.get(row.shipmentId())))
                .map(Row::shipmentId)
                .toList());
        List<WatchedShipment> worth = new ArrayList<>();
        List<Settled> notYet = new ArrayList<>();
        for (Row row : due) {
            ShipmentState state = states.get(row.shipmentId());
            if (state == null || isOver(state)) {
                continue;
            }
            WatchedShipment parcel = watched(row, state);
            Instant next = PollPlanner.next(parcel, now);
            boolean scannedMeanwhile =
                    row.answeredAt() != null && state.lastScanAt().isAfter(row.answeredAt());
            if (scannedMeanwhile && !row.woken() && row.failures() == 0 && next.isAfter(now)) {
                notYet.add(
                        new Settled(row.shipmentId(), next, row.answeredAt(), row.misses(), 0, row.answerHash(), null));
            } else {
                worth.add(parcel);
            }
        }
        List<WatchedShipment> chosen = PollPlanner.choose(worth, calls, now);
        watches.settle(notYet);
        watches.postpone(
                worth.stream()
                        .filter(parcel -> !chosen.contains(parcel))
                        .map(WatchedShipment::shipmentId)
                        .toList(),
                now.plus(NOT_THIS_TIME));
        settle(chosen, answers(chosen), now);
    }

    private List<Outcome> answers(List<WatchedShipment> parcels) {
        try (ExecutorService threads = Executors.newFixedThreadPool(
                Math.max(1, Math.min(parcels.size(), MOST_TOGETHER)),
                Thread.ofVirtual().factory())) {
            List<Future<Outcome>> asked = parcels.stream()
                    .map(parcel -> threads.submit(() -> asking.ask(parcel)))
                    .toList();
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> each : asked) {
                outcomes.add(each.get());
            }
            return outcomes;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while asking", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("asking failed", e);
        }
    }

    /** First the scans are committed, then it is written down that they were asked for: a crash between only asks again. */
    private void settle(List<WatchedShipment> parcels, List<Outcome> outcomes, Instant now) {
        List<Scan> scans = new ArrayList<>();
        for (int i = 0; i < parcels.size(); i++) {
            if (outcomes.get(i).answer() instanceof Found found) {
                scans.addAll(
                        answers.scans(parcels.get(i).carrier(), parcels.get(i).trackingNumber(), found));
            }
        }
        if (!scans.isEmpty()) {
            commit(scans);
        }
        Map<ShipmentId, ShipmentState> states = tracking.states(
                parcels.stream().map(WatchedShipment::shipmentId).toList());
        List<Settled> settled = new ArrayList<>();
        for (int i = 0; i < parcels.size(); i++) {
            settled.add(settled(
                    parcels.get(i), outcomes.get(i), states.get(parcels.get(i).shipmentId()), now));
        }
        watches.settle(settled);
        watches.forget(states.values().stream()
                .filter(Poll::isOver)
                .map(ShipmentState::shipmentId)
                .toList());
    }

    private void commit(List<Scan> scans) {
        try {
            tracking.submit(scans).get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while taking scans", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("scans were not taken and are asked for again", e);
        }
    }

    private static Settled settled(
            WatchedShipment before, Outcome outcome, @Nullable ShipmentState state, Instant now) {
        boolean answered = outcome.answer().isAnswer();
        boolean found = outcome.answer() instanceof Found;
        WatchedShipment after = new WatchedShipment(
                before.shipmentId(),
                before.carrier(),
                before.trackingNumber(),
                before.registeredAt(),
                state == null ? before.status() : state.status(),
                state == null ? before.lastScanAt() : state.lastScanAt(),
                answered ? now : before.knownAt(),
                answered ? now : before.answeredAt(),
                found ? 0 : answered ? before.misses() + 1 : before.misses(),
                answered ? 0 : before.failures() + 1,
                found ? outcome.hash() : before.answerHash());
        return new Settled(
                after.shipmentId(),
                PollPlanner.next(after, now),
                after.answeredAt(),
                after.misses(),
                after.failures(),
                after.answerHash(),
                outcome.likelyCarrier().orElse(null));
    }

    private static WatchedShipment watched(Row row, ShipmentState state) {
        Instant asked = row.answeredAt() == null ? row.registeredAt() : row.answeredAt();
        return new WatchedShipment(
                row.shipmentId(),
                row.carrier(),
                row.trackingNumber(),
                row.registeredAt(),
                state.status(),
                state.lastScanAt(),
                Moments.later(state.lastScanAt(), asked),
                row.answeredAt(),
                row.misses(),
                row.failures(),
                row.answerHash());
    }

    private static boolean isOver(@Nullable ShipmentState state) {
        return state == null || state.status().isFinal();
    }
}

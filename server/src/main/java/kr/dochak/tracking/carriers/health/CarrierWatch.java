package kr.dochak.tracking.carriers.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kr.dochak.live.LiveTopics;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.Moments;
import kr.dochak.time.Cadence;
import kr.dochak.time.Ticking;
import kr.dochak.tracking.carriers.asking.AskSooner;
import kr.dochak.tracking.carriers.asking.OpenRoute;
import kr.dochak.tracking.carriers.asking.Routes;
import kr.dochak.tracking.carriers.health.RouteAlarmRepository.Last;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Raises an alarm for each outside system that is down and ends it when it answers again; ends the alarm of a code that a
 * table has learnt. Never a reason to wake.
 */
@Component
class CarrierWatch implements Ticking, MeterBinder {

    private static final Logger log = LoggerFactory.getLogger(CarrierWatch.class);
    private static final Cadence CADENCE = Cadence.every(Duration.ofMinutes(1));
    private static final Duration LOOKED_BACK = Duration.ofDays(14);

    private final Routes routes;
    private final RouteAlarmRepository alarms;
    private final UnknownCodes unknown;
    private final QuietCarriers quiet;
    private final CarrierOutages outages;
    private final AskSooner asking;
    private final LiveTopics live;

    CarrierWatch(
            Routes routes,
            RouteAlarmRepository alarms,
            UnknownCodes unknown,
            QuietCarriers quiet,
            CarrierOutages outages,
            AskSooner asking,
            LiveTopics live) {
        this.routes = routes;
        this.alarms = alarms;
        this.unknown = unknown;
        this.quiet = quiet;
        this.outages = outages;
        this.asking = asking;
        this.live = live;
    }

    @Override
    public Cadence cadence() {
        return CADENCE;
    }

    @Override
    public boolean tick(Instant now) {
        look(now);
        lookForSilence(now);
        int learnt = unknown.forgetKnown();
        if (learnt > 0) {
            log.info("{} codes that nobody knew have a meaning now", learnt);
            live.touch(LiveTopics.BOARD);
        }
        return false;
    }

    private void look(Instant now) {
        Set<String> open = alarms.open();
        Map<String, Last> lasts = alarms.lasts(Integrations.WELL, now.minus(LOOKED_BACK));
        List<OpenRoute> asked = routes.open();
        for (OpenRoute route : asked) {
            String source = route.source().id();
            judge(route, lasts.getOrDefault(source, Last.NEVER), open.contains(source), now);
        }
        Set<String> known = asked.stream().map(route -> route.source().id()).collect(Collectors.toSet());
        open.stream().filter(source -> !known.contains(source)).forEach(source -> clear(source, now));
    }

    /** Who sent its scans by itself and has stopped: its parcels are asked about at once, where anybody answers (TRK-5). */
    private void lookForSilence(Instant now) {
        Map<CarrierId, Instant> silent = quiet.alarms().stream()
                .collect(Collectors.toMap(CarrierAlarm.Quiet::carrier, CarrierAlarm.Quiet::since, Moments::earlier));
        for (CarrierId carrier : outages.note(silent, now)) {
            log.warn("{} sends nothing any more; {} parcels are asked about", carrier, asking.all(carrier, now));
        }
    }

    private void judge(OpenRoute route, Last last, boolean open, Instant now) {
        boolean leftAlone = route.isLeftAlone();
        switch (DownRule.judge(new DownRule.Signs(leftAlone, last.answer(), last.failure(), last.usual()), open, now)) {
            case RAISE, KEEP -> {
                Instant since = last.answer() == null ? now : last.answer();
                if (alarms.raise(route.source(), leftAlone, last.what(), since, now)) {
                    log.warn("{} is down: {}", route.source().id(), last.what());
                    live.touch(LiveTopics.BOARD);
                }
            }
            case CLEAR -> clear(route.source().id(), now);
            case NOTHING -> {}
        }
    }

    private void clear(String source, Instant now) {
        alarms.clear(source, now);
        log.info("{} is down no more", source);
        live.touch(LiveTopics.BOARD);
    }

    /**
     * {@code dochak.carriers.alarms}: outside systems that are down, carriers that send nothing any more, and codes nobody knows
     * and nobody has looked at.
     */
    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(
                        "dochak.carriers.alarms",
                        alarms,
                        open -> open.countOpen() + quiet.alarms().size())
                .description(
                        "carriers and aggregators that are down or send nothing, and unknown codes nobody has looked"
                                + " at")
                .register(registry);
    }
}

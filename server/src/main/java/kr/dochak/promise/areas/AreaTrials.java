package kr.dochak.promise.areas;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import kr.dochak.connections.ConnectionTrials;
import kr.dochak.promise.areas.feeds.AreaAnswer;
import org.springframework.stereotype.Component;

/** Asks a public service once, so that somebody sees whether their key works (SET-1). What it answers is not taken. */
@Component
class AreaTrials implements ConnectionTrials {

    private final List<AreaRoute> routes;
    private final InstantSource clock;

    AreaTrials(List<AreaRoute> routes, InstantSource clock) {
        this.routes = routes;
        this.clock = clock;
    }

    @Override
    public Set<String> keys() {
        return routes.stream().map(AreaTrials::key).collect(Collectors.toUnmodifiableSet());
    }

    private static String key(AreaRoute route) {
        return route.feed().source().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean isAboutParcel() {
        return false;
    }

    @Override
    public Outcome attempt(String key, String typed) {
        AreaRoute route = routes.stream()
                .filter(each -> key(each).equals(key))
                .findFirst()
                .orElseThrow();
        return route.isOpen() && !route.isLeftAlone()
                ? outcome(route.ask(false, clock.instant()))
                : new Outcome(Kind.NOT_ASKED, 0, "");
    }

    private static Outcome outcome(AreaAnswer answer) {
        return switch (answer) {
            case AreaAnswer.Listed listed -> new Outcome(Kind.ANSWERED, listed.items(), "");
            case AreaAnswer.Refused refused ->
                new Outcome(refused.why() == AreaAnswer.Why.KEY ? Kind.WRONG_KEY : Kind.REFUSED, 0, refused.what());
            case AreaAnswer.Broken broken -> new Outcome(Kind.UNREADABLE, 0, broken.what());
            case AreaAnswer.Silent silent -> new Outcome(Kind.SILENT, 0, silent.what());
        };
    }
}

package kr.dochak.pages;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;

/** Everything around the content of a page; built by {@link Frames}, drawn by the layouts. */
public record Frame(
        String title,
        Words words,
        String mall,
        String active,
        List<NavEntry> nav,
        String path,
        Csrf csrf,
        String assets,
        Instant now,
        @Nullable Who who,
        @Nullable Flash flash,
        int bell,
        @Nullable WorldClock clock,
        Map<String, Integer> waiting) {

    /** The token that every form and every htmx request carries. */
    public record Csrf(String header, String parameter, String token) {

        /** The value of {@code hx-headers} on the body. */
        public String headers() {
            return "{\"" + header + "\":\"" + token + "\"}";
        }
    }

    /** The name of the mall that a line is of, where lines of several stand together; empty elsewhere. */
    public String mallOf(long mall) {
        return who == null ? "" : who.markOf(mall);
    }

    /** How many things wait behind a place of the rail; 0 where none do. */
    public int waiting(String key) {
        return waiting.getOrDefault(key, 0);
    }

    /** Whether the rail leads there, which it does for who may open it. */
    public boolean leadsTo(String href) {
        return nav.stream().anyMatch(entry -> entry.href().equals(href));
    }

    /** A mall that somebody works for, or all of them as number 0; {@code here} where they are at work now. */
    public record MallPlace(long id, String name, boolean here) {

        /** What a form sends for it. */
        public String value() {
            return id == 0 ? "all" : Long.toString(id);
        }
    }

    /**
     * Who is logged in.
     *
     * @param malls those between which they choose; empty for who has one
     */
    public record Who(String name, String role, List<MallPlace> malls) {

        /** Somebody who has nothing to choose. */
        public Who(String name, String role) {
            this(name, role, List.of());
        }

        /** The mall of which the page is, where there is a choice. */
        public @Nullable MallPlace here() {
            return malls.stream()
                    .filter(each -> each.here() && each.id() != 0)
                    .findFirst()
                    .orElse(null);
        }

        /** The name of the mall that a line is of, where lines of several stand together; empty elsewhere. */
        public String markOf(long mall) {
            return malls.stream().noneMatch(each -> each.here() && each.id() == 0)
                    ? ""
                    : malls.stream()
                            .filter(each -> each.id() == mall)
                            .map(MallPlace::name)
                            .findFirst()
                            .orElse("");
        }

        /** The first letter, for the round face. */
        public String initial() {
            return name.isEmpty() ? "·" : name.substring(0, name.offsetByCodePoints(0, 1));
        }
    }

    /** One sentence about what just happened, shown once after a redirect. */
    public record Flash(Tone tone, String text) {}

    /** The clock of a world that does not run at the speed of the wall. */
    public record WorldClock(Instant now, double speed) {

        /** The speed without needless decimals, for example {@code 60}. */
        public String times() {
            return speed == Math.rint(speed) ? Long.toString((long) speed) : Double.toString(speed);
        }
    }

    /** The same page in the other language. */
    public String otherLanguage() {
        String lang = words.english() ? "ko" : "en";
        return path + (path.indexOf('?') < 0 ? "?" : "&") + "lang=" + lang;
    }

    /** How many milliseconds of the world pass in one of the wall, for refreshing ages. */
    public double speed() {
        return clock == null ? 1 : clock.speed();
    }

    /** The same frame with a title that has arguments. */
    public Frame titled(String titleKey, Object... args) {
        return new Frame(
                words.word(titleKey, args),
                words,
                mall,
                active,
                nav,
                path,
                csrf,
                assets,
                now,
                who,
                flash,
                bell,
                clock,
                waiting);
    }

    /** The same frame with a sentence about what just happened. */
    public Frame with(Flash newFlash) {
        return new Frame(title, words, mall, active, nav, path, csrf, assets, now, who, newFlash, bell, clock, waiting);
    }
}

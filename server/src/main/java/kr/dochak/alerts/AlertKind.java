package kr.dochak.alerts;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.shared.MallId;

/**
 * A kind of alert, brought as a bean by the module that knows of it (MSG-7). Its words are {@code <module>.alert.<name>} and the same with
 * {@code .do}, which says what to do.
 *
 * @param key its name among all, {@code <module>.<name>}
 * @param right who may know of it at all, whatever the rules are
 * @param roles who hears it first where a mall has no rule of its own
 * @param ofHouse whether it concerns all malls, and so stands under {@link MallId#DEFAULT}
 * @param every how often its look is taken
 * @param look how it is seen that it stands, or that it is over
 */
public record AlertKind(
        String key, Severity severity, Right right, Set<Role> roles, boolean ofHouse, Duration every, Look look) {

    private static final Duration SOON = Duration.ofSeconds(5);

    /** How it is found out what stands. */
    public sealed interface Look {

        /** Answers all causes that stand in a mall: new ones are raised, and those that are missing are over. */
        @FunctionalInterface
        non-sealed interface Standing extends Look {

            List<AlertCause> standing(MallId mall);
        }

        /** Answers of the objects that were raised by a fact those whose cause lasts. */
        @FunctionalInterface
        non-sealed interface Lasting extends Look {

            Collection<String> lasting(MallId mall, Collection<String> objects);
        }
    }

    public AlertKind {
        if (key.indexOf('.') < 0) {
            throw new IllegalArgumentException("a kind is named after its module: " + key);
        }
        roles = Set.copyOf(roles);
    }

    /** A kind that is looked for. */
    public static AlertKind watched(String key, Severity severity, Right right, Look.Standing look, Role... roles) {
        return new AlertKind(key, severity, right, Set.of(roles), false, SOON, look);
    }

    /** A kind that a fact raises. */
    public static AlertKind raised(String key, Severity severity, Right right, Look.Lasting look, Role... roles) {
        return new AlertKind(key, severity, right, Set.of(roles), false, SOON, look);
    }

    /** The same for all malls together. */
    public AlertKind house() {
        return new AlertKind(key, severity, right, roles, true, every, look);
    }

    /** The same, looked at this often. */
    public AlertKind every(Duration interval) {
        return new AlertKind(key, severity, right, roles, ofHouse, interval, look);
    }

    /** The word of its name. */
    public String word() {
        int dot = key.indexOf('.');
        return key.substring(0, dot) + ".alert." + key.substring(dot + 1);
    }
}

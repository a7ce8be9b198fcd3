package kr.dochak.alerts.rules;

import kr.dochak.identity.StaffMember;

/** Whom a rule means (MSG-7). */
public sealed interface Audience {

    /** All who have a role, as it came or changed. */
    record OfRole(StaffMember.Role role) implements Audience {

        @Override
        public String who() {
            return role.name();
        }
    }

    /** One member of staff. */
    record Person(long staffId) implements Audience {

        @Override
        public String who() {
            return Long.toString(staffId);
        }
    }

    /** Whoever is on duty at that hour. */
    record OnDuty() implements Audience {

        @Override
        public String who() {
            return "";
        }
    }

    /** A room of another service. */
    record Room(long hookId) implements Audience {

        @Override
        public String who() {
            return Long.toString(hookId);
        }
    }

    /** What it is kept as, within its sort. */
    String who();

    /** The sort. */
    default Sort sort() {
        return switch (this) {
            case OfRole role -> Sort.ROLE;
            case Person person -> Sort.PERSON;
            case OnDuty duty -> Sort.DUTY;
            case Room room -> Sort.HOOK;
        };
    }

    /** The sorts of audiences, as they are kept. */
    enum Sort {
        ROLE,
        PERSON,
        DUTY,
        HOOK;

        /** Reads what was kept; throws {@link IllegalArgumentException} for what is none. */
        public Audience read(String who) {
            return switch (this) {
                case ROLE -> new OfRole(StaffMember.Role.valueOf(who));
                case PERSON -> new Person(Long.parseLong(who));
                case DUTY -> new OnDuty();
                case HOOK -> new Room(Long.parseLong(who));
            };
        }
    }
}

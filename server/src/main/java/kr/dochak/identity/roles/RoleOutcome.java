package kr.dochak.identity.roles;

/** What became of changing a role. */
public sealed interface RoleOutcome {

    /** It counts, from the next request of each of them. */
    record Changed(long roleId) implements RoleOutcome {}

    /** It waits for another administrator. */
    record Waiting(long roleId) implements RoleOutcome {}

    /** There is no such role, or nothing waits. */
    record Unknown() implements RoleOutcome {}

    /** Roles are shared by all malls: who works for some of them only does not change them. */
    record NotYours() implements RoleOutcome {}

    /** Whoever made a change does not give it its second look. */
    record OwnChange() implements RoleOutcome {}

    /** The role is another by now than the one that was looked at. */
    record Overtaken() implements RoleOutcome {}

    /** Nobody would be left to administer, or the administrator themselves would not. */
    record LastAdministrator() implements RoleOutcome {}

    /** A name is missing, too long or another role's. */
    record BadName() implements RoleOutcome {}

    /** Somebody has the role, or it came with the product. */
    record InUse() implements RoleOutcome {}
}

package kr.dochak.identity.teams;

import java.util.List;

/** People who share their work (IDN-1), by name; those who have left are missing. */
public record Team(long id, String name, List<Member> members) {

    /** One of them; {@code lead} for who answers for the team. */
    public record Member(long staffId, String name, boolean lead) {}
}

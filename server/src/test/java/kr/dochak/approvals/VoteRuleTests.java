package kr.dochak.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kr.dochak.approvals.ApprovalAnswer.Reason;
import kr.dochak.approvals.ApprovalRequest.Decision;
import kr.dochak.approvals.ApprovalRequest.Outcome;
import kr.dochak.approvals.ApprovalRequest.Vote;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Won;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** BEN-4, SET-1; staff 1 is always the maker. A voter is written as who votes, in whose name, with which role's limit. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class VoteRuleTests {

    private static final MallId MALL = new MallId(3);
    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

    private static ApprovalRequest request(@Nullable Long won, int votes, String cast, @Nullable Decision decision) {
        return new ApprovalRequest(
                7,
                "goodwill",
                "7",
                MALL,
                1,
                Set.of(Right.COMPENSATION_SEE),
                won == null ? null : new Won(won),
                votes,
                "what",
                List.of(),
                "/",
                NOW,
                NOW,
                cast.isEmpty()
                        ? List.of()
                        : Arrays.stream(cast.split("\\+"))
                                .map(VoteRuleTests::vote)
                                .toList(),
                decision);
    }

    private static Vote vote(String text) {
        String[] parts = text.strip().split(" ");
        return new Vote(
                Long.parseLong(parts[0]),
                Long.parseLong(parts[1]),
                Role.valueOf(parts[2]).limit());
    }

    private static Authority authority(Vote vote) {
        return new Authority(vote.voiceId(), MALL, Set.of(Right.COMPENSATION_SEE), vote.limit());
    }

    @ParameterizedTest(name = "{0} won by {1}: after {2} comes {3}: {4}")
    @CsvSource({
        "50000,   1, '',                    2 2 LEAD,   GIVEN",
        "50000,   1, '',                    2 2 ADMIN,  GIVEN",
        "50000,   1, '',                    2 2 AGENT,  ABOVE_LIMIT",
        "50000,   1, '',                    1 1 LEAD,   OWN",
        "50000,   1, '',                    1 1 ADMIN,  OWN",
        "50001,   1, '',                    2 2 LEAD,   ABOVE_LIMIT",
        "50001,   2, '',                    2 2 LEAD,   COUNTS",
        "50001,   2, '',                    2 2 ADMIN,  COUNTS",
        "50001,   2, '',                    2 2 AGENT,  ABOVE_LIMIT",
        "50001,   2, 2 2 LEAD,              3 3 ADMIN,  GIVEN",
        "50001,   2, 2 2 ADMIN,             3 3 LEAD,   GIVEN",
        "50001,   2, 2 2 LEAD,              3 3 LEAD,   ABOVE_LIMIT",
        "50001,   2, 2 2 ADMIN,             2 2 ADMIN,  VOTED_BEFORE",
        "50001,   2, 2 2 ADMIN,             1 1 ADMIN,  OWN",
        "1000001, 2, 2 2 ADMIN,             3 3 ADMIN,  ABOVE_LIMIT",
        // a stand-in has what the one has they stand for, and no more
        "50001,   1, '',                    2 4 ADMIN,  GIVEN",
        "50001,   1, '',                    2 4 LEAD,   ABOVE_LIMIT",
        // neither the maker for somebody, nor somebody for the maker
        "50000,   1, '',                    1 4 ADMIN,  OWN",
        "50000,   1, '',                    2 1 ADMIN,  OWN",
        // one person, one vote: in their own name and in another's
        "50001,   2, 2 2 ADMIN,             2 4 ADMIN,  VOTED_BEFORE",
        "50001,   2, 2 4 ADMIN,             2 2 ADMIN,  VOTED_BEFORE",
        // who was stood for does not vote again when they are back, nor does another for them
        "50001,   2, 2 4 ADMIN,             4 4 ADMIN,  VOTED_BEFORE",
        "50001,   2, 4 4 ADMIN,             2 4 ADMIN,  VOTED_BEFORE",
        "50001,   2, 2 4 ADMIN,             5 2 ADMIN,  VOTED_BEFORE",
        "50001,   3, 2 2 ADMIN + 3 3 LEAD,  4 4 LEAD,   GIVEN",
        "50001,   3, 2 2 ADMIN,             3 3 LEAD,   COUNTS",
    })
    void BEN_4_who_agrees_to_a_sum(long won, int votes, String cast, String next, String answer) {
        ApprovalRequest request = request(won, votes, cast, null);
        Vote vote = vote(next);
        assertThat(VoteRule.against(request, vote.voterId(), authority(vote))
                        .map(Reason::name)
                        .orElse(VoteRule.decides(request) ? "GIVEN" : "COUNTS"))
                .isEqualTo(answer);
    }

    @Test
    void SET_1_without_a_sum_the_right_alone_counts() {
        ApprovalRequest request = request(null, 1, "", null);
        assertThat(VoteRule.against(request, 2, authority(vote("2 2 AGENT")))).isEmpty();
        Authority without = new Authority(2, MALL, Set.of(Right.ORDERS_SEE), new Won(1_000_000));
        assertThat(VoteRule.against(request, 2, without)).contains(Reason.NO_RIGHT);
        Authority elsewhere = new Authority(2, new MallId(4), Set.of(Right.COMPENSATION_SEE), Won.ZERO);
        assertThat(VoteRule.against(request, 2, elsewhere)).contains(Reason.NO_RIGHT);
    }

    @Test
    void SET_1_what_is_over_takes_neither_a_yes_nor_a_no() {
        Decision over = new Decision(Outcome.EXPIRED, null, null, "", NOW);
        ApprovalRequest request = request(null, 1, "", over);
        assertThat(VoteRule.against(request, 2, authority(vote("2 2 ADMIN")))).contains(Reason.OVER);
        assertThat(VoteRule.againstRefusal(request, 2, authority(vote("2 2 ADMIN"))))
                .contains(Reason.OVER);
    }

    @ParameterizedTest
    @CsvSource({"2 2 LEAD, ''", "2 2 AGENT, ABOVE_LIMIT", "1 1 ADMIN, OWN", "2 1 ADMIN, OWN", "3 3 ADMIN, VOTED_BEFORE"
    })
    void BEN_4_who_approves_at_all_refuses_any_sum_and_who_agreed_does_not(String next, String reason) {
        Vote vote = vote(next);
        assertThat(VoteRule.againstRefusal(request(900_000L, 2, "3 3 ADMIN", null), vote.voterId(), authority(vote)))
                .isEqualTo(reason.isEmpty() ? Optional.empty() : Optional.of(Reason.valueOf(reason)));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 24, true, DONE",
        "0, 24, false, NO_COLLEAGUE",
        "24, 24, true, NO_TIME",
        "-48, -1, true, NO_TIME",
        "-24, 24, true, DONE",
        "0, 720, true, DONE",
        "0, 721, true, TOO_LONG"
    })
    void SET_1_an_absence_ends_after_it_begins_in_time_and_with_a_colleague(
            long from, long until, boolean colleague, Absences.Outcome outcome) {
        assertThat(AbsenceRule.judge(
                        NOW.plusSeconds(from * 3_600),
                        NOW.plusSeconds(until * 3_600),
                        NOW,
                        colleague,
                        java.time.Duration.ofDays(30)))
                .isEqualTo(outcome);
    }
}

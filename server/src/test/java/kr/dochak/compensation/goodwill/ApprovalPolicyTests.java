package kr.dochak.compensation.goodwill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import kr.dochak.compensation.goodwill.ApprovalPolicy.Approval;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.shared.Won;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** BEN-4; staff 1 is always the maker. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ApprovalPolicyTests {

    private static final ApprovalPolicy POLICY = new ApprovalPolicy(new Won(50_000));

    @ParameterizedTest(name = "{0} won, approved by {1}, now {2}: {3}")
    @CsvSource({
        "50000,   '',            2 LEAD,  Given",
        "50000,   '',            2 ADMIN, Given",
        "50000,   '',            2 AGENT, ABOVE_LIMIT",
        "50000,   '',            1 LEAD,  OWN_PROPOSAL",
        "50000,   '',            1 ADMIN, OWN_PROPOSAL",
        "50001,   '',            2 LEAD,  NeedsAnother",
        "50001,   '',            2 ADMIN, NeedsAnother",
        "50001,   '',            2 AGENT, ABOVE_LIMIT",
        "50001,   2 LEAD,        3 ADMIN, Given",
        "50001,   2 ADMIN,       3 LEAD,  Given",
        "50001,   2 LEAD,        3 LEAD,  ABOVE_LIMIT",
        "50001,   2 ADMIN,       2 ADMIN, APPROVED_BEFORE",
        "50001,   2 ADMIN,       1 ADMIN, OWN_PROPOSAL",
        "1000001, 2 ADMIN,       3 ADMIN, ABOVE_LIMIT",
    })
    void BEN_4_one_approves_a_small_sum_two_a_large_one_and_never_the_maker(
            long won, String before, String now, String answer) {
        var request = new ApprovalPolicy.Request(1, new Won(won), approvals(before));
        assertThat(said(POLICY.judge(request, approval(now)))).isEqualTo(answer);
    }

    private static String said(GoodwillAnswer answer) {
        return answer instanceof GoodwillAnswer.NotAllowed no
                ? no.reason().name()
                : answer.getClass().getSimpleName();
    }

    private static List<Approval> approvals(String text) {
        return Arrays.stream(text.split(";"))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .map(ApprovalPolicyTests::approval)
                .toList();
    }

    private static Approval approval(String text) {
        String[] words = text.strip().split(" ");
        return new Approval(Long.parseLong(words[0]), Role.valueOf(words[1]).limit());
    }
}

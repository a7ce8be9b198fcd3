package kr.dochak.console.account;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import kr.dochak.console.ConsoleWords;
import kr.dochak.identity.Mall;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.accounts.StaffAccount;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Tone;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;

/** An account as a list and its own page show it. Of its malls those are named that the reader knows. */
public record AccountRow(long id, String name, String email, String roles, String malls, Tone tone, String state) {

    static AccountRow of(StaffAccount account, List<Mall> known, Frame frame) {
        Words words = frame.words();
        StaffMember member = account.member();
        String roles = member.roles().stream()
                .map(role -> ConsoleWords.role(role, words))
                .collect(Collectors.joining(", "));
        String malls = known.stream()
                .filter(mall -> member.malls().contains(mall.tenantId()))
                .map(Mall::name)
                .collect(Collectors.joining(", "));
        return new AccountRow(
                member.id(),
                member.name(),
                account.email(),
                roles.isEmpty() ? words.word("console.accounts.no-role") : roles,
                malls,
                tone(account),
                state(account, frame));
    }

    private static Tone tone(StaffAccount account) {
        return switch (account.state()) {
            case INVITED, LOCKED -> Tone.AT_RISK;
            case ACTIVE -> account.mustChange() ? Tone.AT_RISK : Tone.DONE;
            case LEFT -> Tone.NEUTRAL;
        };
    }

    private static String state(StaffAccount account, Frame frame) {
        Words words = frame.words();
        Instant until = account.invitedUntil();
        if (until != null && !until.isAfter(frame.now())) {
            return words.word("console.accounts.state.EXPIRED");
        }
        if (until != null) {
            return words.word("console.accounts.state.INVITED.until", when(until, frame));
        }
        if (account.mustChange()) {
            return words.word("console.accounts.must-change");
        }
        String key = "console.accounts.state." + account.state();
        return account.since() == null ? words.word(key) : words.word(key + ".since", when(account.since(), frame));
    }

    private static String when(@Nullable Instant at, Frame frame) {
        return at == null
                ? ""
                : KoreanTime.moment(at, frame.now(), frame.words().locale());
    }
}

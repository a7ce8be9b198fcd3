package kr.dochak.console.account;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import kr.dochak.console.ConsoleWords;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.accounts.Accounts;
import kr.dochak.identity.accounts.StaffAccount;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Tone;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;

/** An account as the table shows it; {@code colleague} says whether the reader may change it. */
public record AccountRow(
        long id,
        String name,
        String email,
        String roles,
        Tone tone,
        String state,
        String password,
        int sessions,
        boolean colleague) {

    static List<AccountRow> of(List<StaffAccount> accounts, StaffMember reader, Frame frame) {
        return accounts.stream().map(each -> of(each, reader, frame)).toList();
    }

    private static AccountRow of(StaffAccount account, StaffMember reader, Frame frame) {
        Words words = frame.words();
        StaffMember member = account.member();
        String roles = member.roles().stream()
                .map(role -> ConsoleWords.role(role, words))
                .collect(Collectors.joining(", "));
        return new AccountRow(
                member.id(),
                member.name(),
                account.email(),
                roles,
                account.active() ? account.mustChange() ? Tone.AT_RISK : Tone.DONE : Tone.NEUTRAL,
                state(account, frame),
                when(account.passwordAt(), frame),
                account.openSessions(),
                account.active() && Accounts.administers(reader, member));
    }

    private static String state(StaffAccount account, Frame frame) {
        Words words = frame.words();
        if (!account.active()) {
            return account.closedAt() == null
                    ? words.word("console.accounts.closed")
                    : words.word("console.accounts.closed.at", when(account.closedAt(), frame));
        }
        return words.word(account.mustChange() ? "console.accounts.must-change" : "console.accounts.open");
    }

    private static String when(@Nullable Instant at, Frame frame) {
        return at == null
                ? ""
                : KoreanTime.moment(at, frame.now(), frame.words().locale());
    }
}

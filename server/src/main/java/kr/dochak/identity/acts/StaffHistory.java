package kr.dochak.identity.acts;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import kr.dochak.changes.ChangeFilter;
import kr.dochak.changes.ChangeList;
import kr.dochak.changes.ChangeRow;
import kr.dochak.identity.StaffRepository;
import kr.dochak.identity.security.SecurityLog;
import kr.dochak.identity.security.SecurityQuery;
import kr.dochak.shared.Cursor;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What staff did, in one list of two sources: acts stand in the change log, log-ins and refusals in the security log (ASR-5). */
@Component
public class StaffHistory {

    private final ChangeList changes;
    private final SecurityLog security;
    private final StaffRepository staff;

    StaffHistory(ChangeList changes, SecurityLog security, StaffRepository staff) {
        this.changes = changes;
        this.security = security;
        this.staff = staff;
    }

    /** One page, the newest first. */
    public Keyset<LogLine> page(LogFilter filter, @Nullable String after, int limit) {
        Cursor cursor = Cursor.read(after);
        Instant at = cursor.instant(0);
        long number = cursor.number(1, Long.MAX_VALUE);
        Collection<Long> who = filter.who().isEmpty() ? null : staff.named(filter.malls(), filter.who());
        return Keyset.merged(
                List.of(acts(filter, who, at, number, limit), doors(filter, who, at, number, limit)),
                LogLine.ORDER,
                limit,
                LogLine::cursor);
    }

    private Keyset<LogLine> acts(
            LogFilter filter, @Nullable Collection<Long> who, @Nullable Instant at, long number, int limit) {
        if (LogFilter.NO_ACTS.equals(filter.kind())) {
            return new Keyset<>(List.of(), null);
        }
        ChangeFilter rows =
                new ChangeFilter(filter.malls(), who, filter.kind(), filter.objects(), filter.from(), filter.until());
        // of one moment those whose id * 2 + 1 is smaller
        List<LogLine> lines = changes.find(rows, at, number / 2, limit + 1).stream()
                .<LogLine>map(LogLine.Done::new)
                .toList();
        return Keyset.of(lines, limit, LogLine::cursor);
    }

    private Keyset<LogLine> doors(
            LogFilter filter, @Nullable Collection<Long> who, @Nullable Instant at, long number, int limit) {
        if (filter.doors() == LogFilter.Doors.NONE || filter.objects() != null) {
            return new Keyset<>(List.of(), null);
        }
        SecurityQuery query = new SecurityQuery(
                filter.malls(),
                who,
                filter.doors() != LogFilter.Doors.REFUSALS,
                filter.doors() != LogFilter.Doors.LOGINS,
                filter.from(),
                filter.until());
        List<LogLine> lines = security.ofStaff(query, at, number / 2 + number % 2, limit + 1).stream()
                .<LogLine>map(LogLine.AtDoor::new)
                .toList();
        return Keyset.of(lines, limit, LogLine::cursor);
    }

    /** One act, for who reads those of these malls. */
    public Optional<ChangeRow> act(Collection<MallId> malls, long id) {
        return changes.one(malls, id);
    }
}

package kr.dochak.console.changes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import kr.dochak.care.Cases;
import kr.dochak.care.record.SupportCase;
import kr.dochak.changes.ChangeFilter.Thing;
import kr.dochak.changes.ChangeRow;
import kr.dochak.identity.Malls;
import kr.dochak.identity.Staff;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.acts.LogLine;
import kr.dochak.identity.doors.DoorTable;
import kr.dochak.identity.security.SecurityEvent;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.pages.Tone;
import kr.dochak.shared.CaseId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Makes lines of the change log readable: objects by the names people know, with the way to them where it is open. */
@Component
class ChangeLines {

    private final Orders orders;
    private final Cases cases;
    private final Staff staff;
    private final Malls malls;
    private final DoorTable doors;

    ChangeLines(Orders orders, Cases cases, Staff staff, Malls malls, DoorTable doors) {
        this.orders = orders;
        this.cases = cases;
        this.staff = staff;
        this.malls = malls;
        this.doors = doors;
    }

    /** The objects that somebody may mean: an order or a case by its number in these malls, or anything by its id or key. */
    @Nullable List<Thing> meant(String typed, Collection<MallId> malls) {
        if (typed.isEmpty()) {
            return null;
        }
        List<Thing> things = new ArrayList<>(List.of(new Thing("", typed)));
        for (MallId mall : malls) {
            orders.byNumber(mall, typed)
                    .ifPresent(found ->
                            things.add(new Thing("orders", found.orderId().toString())));
            cases.byNumber(mall, typed)
                    .ifPresent(found ->
                            things.add(new Thing("cases", found.caseId().toString())));
        }
        return things;
    }

    List<ChangeLine> of(List<LogLine> lines, StaffMember reader, Authentication login, Words words) {
        Map<OrderId, OrderSummary> known = orders.summaries(lines.stream()
                .map(ChangeLines::row)
                .filter(Objects::nonNull)
                .filter(row -> row.kind().equals("orders") && isNumber(row.object()))
                .map(row -> new OrderId(Long.parseLong(row.object())))
                .distinct()
                .toList());
        Map<Long, String> names = new HashMap<>();
        return lines.stream()
                .map(line -> switch (line) {
                    case LogLine.Done(ChangeRow row) -> act(row, known, reader, login, words);
                    case LogLine.AtDoor(SecurityEvent event) -> door(event, names, words);
                })
                .toList();
    }

    private static @Nullable ChangeRow row(LogLine line) {
        return line instanceof LogLine.Done(ChangeRow row) ? row : null;
    }

    private ChangeLine act(
            ChangeRow row, Map<OrderId, OrderSummary> known, StaffMember reader, Authentication login, Words words) {
        return new ChangeLine(
                row.at(),
                row.house() ? "" : malls.byId(row.by().mall()).name(),
                ChangesPlace.AT + "/" + row.id(),
                who(row, words),
                roles(row, words),
                row.by().address(),
                ChangeWords.act(row.what(), words),
                object(row, known, reader, words),
                objectHref(row, reader, login),
                row.fields().stream()
                        .map(field -> ChangeWords.sentence(field, words))
                        .toList(),
                row.reason(),
                row.outcome() == ChangeRow.Outcome.DONE ? "" : words.word("changes.outcome." + row.outcome()),
                row.outcome() == ChangeRow.Outcome.DONE ? null : tone(row.outcome()));
    }

    private static Tone tone(ChangeRow.Outcome outcome) {
        return outcome == ChangeRow.Outcome.NOT_DONE ? Tone.NEUTRAL : Tone.AT_RISK;
    }

    private static String who(ChangeRow row, Words words) {
        if (!row.by().name().isEmpty()) {
            return row.by().name();
        }
        if (row.by().staffId() != null) {
            return words.word("changes.staff", row.by().staffId().toString());
        }
        return words.word(row.by().roles().isEmpty() ? "changes.product" : "changes.key");
    }

    private static String roles(ChangeRow row, Words words) {
        return List.of(row.by().roles().split(", ")).stream()
                .filter(each -> !each.isEmpty())
                .map(each -> ChangeWords.role(each, words))
                .collect(Collectors.joining(", "));
    }

    private String object(ChangeRow row, Map<OrderId, OrderSummary> known, StaffMember reader, Words words) {
        String kind = ChangeWords.kind(row.kind(), words);
        if (row.object().isEmpty()) {
            return kind;
        }
        return kind + " "
                + switch (row.kind()) {
                    case "orders" -> orderNo(row.object(), known);
                    case "cases" -> caseNo(row.object());
                    case "accounts" -> account(row.object());
                    case "settings" -> ChangeWords.setting(row.object(), words);
                    default -> row.object();
                };
    }

    private static String orderNo(String id, Map<OrderId, OrderSummary> known) {
        OrderSummary order = isNumber(id) ? known.get(new OrderId(Long.parseLong(id))) : null;
        return order == null ? id : order.orderNo();
    }

    private String caseNo(String id) {
        return isNumber(id)
                ? cases.find(new CaseId(Long.parseLong(id)))
                        .map(SupportCase::caseNo)
                        .orElse(id)
                : id;
    }

    private String account(String id) {
        return isNumber(id)
                ? staff.byId(Long.parseLong(id)).map(StaffMember::name).orElse("") + " (" + id + ")"
                : id;
    }

    /** Where the reader is at work, or in what is acted on in its own mall wherever they are. */
    private String objectHref(ChangeRow row, StaffMember reader, Authentication login) {
        boolean near = row.house()
                || row.by().mall().equals(reader.tenantId())
                || row.kind().equals("cases")
                || row.kind().equals("orders");
        String page = ChangeWords.page(row.kind(), row.object());
        return near && !page.isEmpty() && doors.isOpen(page, login) ? page : "";
    }

    private ChangeLine door(SecurityEvent event, Map<Long, String> names, Words words) {
        Long id = event.who().staffId();
        String who = id == null
                ? words.word("changes.nobody")
                : names.computeIfAbsent(
                        id, each -> staff.byId(each).map(StaffMember::name).orElse(each.toString()));
        boolean done = event.outcome() == SecurityEvent.Outcome.DONE;
        return new ChangeLine(
                event.at(),
                event.who().tenantId() == null
                        ? ""
                        : malls.byId(event.who().tenantId()).name(),
                "",
                who,
                "",
                event.address().equals("*") ? words.word("console.security.many") : event.address(),
                words.word("console.security.kind." + event.kind()),
                "",
                "",
                event.detail().isEmpty() ? List.of() : List.of(event.detail()),
                "",
                done
                        ? ""
                        : words.word("console.security.outcome." + event.outcome())
                                + (event.times() > 1 ? " × " + event.times() : ""),
                done ? null : Tone.LATE);
    }

    private static boolean isNumber(String text) {
        return text.matches("\\d{1,18}");
    }
}

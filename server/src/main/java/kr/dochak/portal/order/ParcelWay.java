package kr.dochak.portal.order;

import java.util.List;
import java.util.Optional;
import kr.dochak.care.record.CaseOwner;
import kr.dochak.care.record.CaseType;
import kr.dochak.care.record.SupportCase;
import kr.dochak.care.tasks.Task;
import kr.dochak.care.tasks.Task.Outcome;
import kr.dochak.care.tasks.TaskKind;
import kr.dochak.portal.ArrivalWords;
import kr.dochak.portal.Parcel;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;

/** What happens next with a parcel that does not simply come: who does what until when, as far as somebody has it to do. */
final class ParcelWay {

    private ParcelWay() {}

    static @Nullable String of(Parcel parcel, OrderContext context, ArrivalWords arrivals) {
        Words words = arrivals.words();
        return switch (parcel.condition()) {
            case LOST, DAMAGED -> loss(context, arrivals);
            case SILENT -> asked(parcel, context.tasks(), TaskKind.CARRIER_INQUIRY, "portal.way.silent", arrivals);
            case ATTEMPTED -> words.word("portal.way.attempted");
            case PICKUP -> words.word("portal.way.pickup");
            case RETURNING -> asked(parcel, context.tasks(), TaskKind.RETURN_CONTACT, "portal.way.returning", arrivals);
            default -> null;
        };
    }

    /** A time is named only while somebody is held to it; one that has passed is not promised again. */
    private static String asked(Parcel parcel, List<Task> tasks, TaskKind kind, String key, ArrivalWords arrivals) {
        Words words = arrivals.words();
        Optional<Task> last = tasks.stream()
                .filter(task -> task.kind() == kind && isAbout(task, parcel))
                .reduce((first, second) -> second);
        if (last.isEmpty()) {
            return words.word(key + ".watching");
        }
        Task task = last.get();
        if (task.isOpen()) {
            return task.isLate(arrivals.now()) ? words.word(key + ".late") : words.word(key, moment(task, arrivals));
        }
        boolean answered = task.ending() != null && task.ending().outcome() != Outcome.OBSOLETE;
        return words.word(key + (answered ? ".answered" : ".watching"));
    }

    private static boolean isAbout(Task task, Parcel parcel) {
        return parcel.shipment() == null
                || task.shipmentId() == null
                || task.shipmentId().equals(parcel.shipment().shipmentId());
    }

    private static String loss(OrderContext context, ArrivalWords arrivals) {
        Words words = arrivals.words();
        Optional<SupportCase> about = context.cases().stream()
                .filter(one -> one.type() == CaseType.LOST || one.type() == CaseType.DAMAGED)
                .findFirst();
        if (about.isEmpty()) {
            return words.word("portal.way.lost.soon");
        }
        Optional<Task> call = context.tasks().stream()
                .filter(task -> task.kind() == TaskKind.CALL && task.isOpen())
                .findFirst();
        String caseNo = about.get().caseNo();
        if (call.isEmpty()) {
            return words.word("portal.way.lost.talking", caseNo);
        }
        Task task = call.get();
        return task.isLate(arrivals.now())
                ? words.word("portal.way.lost.overdue", caseNo)
                : words.word("portal.way.lost", moment(task, arrivals), caseNo, manager(task.owner(), words));
    }

    private static String manager(@Nullable CaseOwner owner, Words words) {
        return owner == null
                ? words.word("portal.way.lost.manager")
                : words.word("portal.way.lost.manager.named", owner.name());
    }

    private static String moment(Task task, ArrivalWords arrivals) {
        return KoreanTime.moment(task.dueAt(), arrivals.now(), arrivals.words().locale());
    }
}

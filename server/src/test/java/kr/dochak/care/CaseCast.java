package kr.dochak.care;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import kr.dochak.care.CustomerMessage.Writing;
import kr.dochak.care.record.CaseChannel;
import kr.dochak.care.record.CaseOutcome;
import kr.dochak.care.record.SupportCase;
import kr.dochak.identity.StaffMember;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;

/** Fresh people, orders and staff for tests of cases; nobody meets anybody of another test. */
final class CaseCast {

    private static final AtomicLong FRESH = new AtomicLong(700_000_000);

    final MallId tenant = new MallId(fresh());
    final PersonId jimin = new PersonId(fresh());
    final long order = fresh();
    final StaffMember haneul = new StaffMember(fresh(), tenant, "김하늘", Set.of(StaffMember.Role.AGENT));
    final StaffMember bada = new StaffMember(fresh(), tenant, "이바다", Set.of(StaffMember.Role.AGENT));
    final StaffMember lead = new StaffMember(fresh(), tenant, "박팀장", Set.of(StaffMember.Role.LEAD));

    static long fresh() {
        return FRESH.incrementAndGet();
    }

    static String key() {
        return "form-" + fresh();
    }

    CustomerMessage writes(String text) {
        return new CustomerMessage(tenant, jimin, new OrderId(order), CaseChannel.PORTAL, text, key());
    }

    /** Somebody else of another mall's cast writes to this mall. */
    CustomerMessage in(MallId mall, String text) {
        return new CustomerMessage(mall, jimin, new OrderId(order), CaseChannel.PORTAL, text, key());
    }

    static CaseReceipt taken(Writing writing) {
        return ((Writing.Taken) writing).receipt();
    }

    static SupportCase done(CaseOutcome outcome) {
        return ((CaseOutcome.Done) outcome).now();
    }

    /** Runs all at the same moment, each on a thread of its own; the answers in their order. */
    static <T> List<T> atOnce(List<Supplier<T>> actions) {
        CyclicBarrier start = new CyclicBarrier(actions.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(actions.size())) {
            List<Future<T>> running = actions.stream()
                    .map(action -> threads.submit(() -> {
                        start.await();
                        return action.get();
                    }))
                    .toList();
            return running.stream().map(CaseCast::result).toList();
        }
    }

    private static <T> T result(Future<T> running) {
        try {
            return running.get();
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}

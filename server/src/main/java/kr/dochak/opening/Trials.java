package kr.dochak.opening;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffRepository;
import kr.dochak.orders.IntakeResult;
import kr.dochak.orders.OrderIntake;
import kr.dochak.orders.OrderRequest;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Test orders (SET-2): they go in as a mall's do, with a carrier that carries nothing, so that they are in no figure, are not learned
 * from and never compensated.
 */
@Component
public class Trials {

    private static final int LAST = 10;

    private final TrialRepository repository;
    private final OrderIntake intake;
    private final StaffRepository staff;
    private final InstantSource clock;

    Trials(TrialRepository repository, OrderIntake intake, StaffRepository staff, InstantSource clock) {
        this.repository = repository;
        this.intake = intake;
        this.staff = staff;
        this.clock = clock;
    }

    /** What came of asking for one. */
    public sealed interface Begin {

        record Begun(long id) implements Begin {}

        /** Another is still on its way. */
        record UnderWay(long id) implements Begin {}

        /** The intake refuses it: the telephone number is none. */
        record Refused() implements Begin {}
    }

    /** One for the administrator who asks: its messages go to their own address, and to the telephone they name. */
    @Transactional
    public Begin begin(StaffMember by, String phone, String language) {
        String email = staff.byId(by.id()).map(StaffRepository.Row::email).orElse(null);
        return begin(by.tenantId(), by, by.name(), phone.isBlank() ? null : phone.strip(), email, language);
    }

    /** One by itself, which tells nobody. */
    @Transactional
    Begin probe(MallId mall) {
        return begin(mall, null, "시험 고객", null, null, "ko");
    }

    private Begin begin(
            MallId mall,
            @Nullable StaffMember by,
            String name,
            @Nullable String phone,
            @Nullable String email,
            String language) {
        Optional<Trial> before =
                repository.of(mall, 1).stream().filter(Trial::isUnderWay).findFirst();
        if (before.isPresent()) {
            return new Begin.UnderWay(before.get().id());
        }
        Instant now = clock.instant();
        String orderNo = "TEST-" + UUID.randomUUID().toString().substring(0, 13).toUpperCase(Locale.ROOT);
        OrderRequest order = OrderRequest.trial(orderNo, now, name, phone, email, language);
        return switch (intake.take(mall, OrderRequest.TRIAL, List.of(order)).getFirst()) {
            case IntakeResult.Taken taken ->
                new Begin.Begun(repository.add(mall, orderNo, taken.orderId(), by == null ? null : by.id(), now));
            case IntakeResult.Rejected rejected -> new Begin.Refused();
        };
    }

    public Optional<Trial> find(MallId mall, long id) {
        return repository.find(mall, id);
    }

    /** The last ones, the newest first. */
    public List<Trial> of(MallId mall) {
        return repository.of(mall, LAST);
    }
}

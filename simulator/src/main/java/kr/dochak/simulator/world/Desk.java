package kr.dochak.simulator.world;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kr.dochak.simulator.carriers.Books;
import kr.dochak.simulator.carriers.Parcel;
import kr.dochak.simulator.carriers.Parcels;
import kr.dochak.simulator.korea.Dice;
import kr.dochak.simulator.korea.KoreanTime;
import kr.dochak.simulator.malls.Centre;
import kr.dochak.simulator.malls.Mall;
import kr.dochak.simulator.malls.Order;
import kr.dochak.simulator.malls.OrderBook;
import kr.dochak.simulator.wire.Call;
import kr.dochak.simulator.wire.Call.Kind;

/** The malls and their centres: orders come in, some change their mind, the rest is picked, packed and shipped. */
final class Desk {

    private final OrderBook book;
    private final Agenda agenda;
    private final Couriers couriers;
    private final Incidents incidents;
    private final Post post;
    private final Books books;
    private final Map<String, Job> jobs = new LinkedHashMap<>();
    private boolean paused;

    Desk(OrderBook book, Agenda agenda, Couriers couriers, Incidents incidents, Post post, Books books) {
        this.book = book;
        this.agenda = agenda;
        this.couriers = couriers;
        this.incidents = incidents;
        this.post = post;
        this.books = books;
    }

    /** Plans the day's orders; those of hours already gone stay away. */
    void open(LocalDate day) {
        LocalDateTime now = agenda.now();
        for (Mall mall : Mall.values()) {
            for (Order order : book.orders(mall, day)) {
                LocalDateTime arrives = order.paidAt().plusSeconds(5);
                if (!arrives.isBefore(now)) {
                    agenda.at(arrives, () -> arrive(order));
                }
            }
        }
    }

    void pause(boolean pause) {
        paused = pause;
    }

    boolean isPaused() {
        return paused;
    }

    Optional<Job> job(String orderNo) {
        return Optional.ofNullable(jobs.get(orderNo));
    }

    Stream<Parcel> parcels() {
        return jobs.values().stream().flatMap(job -> job.parcels().stream());
    }

    Stream<Job> jobs() {
        return jobs.values().stream();
    }

    private void arrive(Order order) {
        if (paused) {
            return;
        }
        Job job = take(order, false, false);
        Dice dice = Dice.of(book.seed(), order.orderNo(), "fate");
        if (dice.chance(0.03)) {
            agenda.at(
                    agenda.now().plusMinutes(dice.between(8, 120)),
                    () -> cancel(job, dice.pick(Reasons.CANCELLATIONS)));
        } else if (dice.chance(0.02)) {
            agenda.at(agenda.now().plusMinutes(dice.between(5, 40)), () -> revise(job));
        } else if (dice.chance(0.01)) {
            agenda.at(agenda.now().plusMinutes(3), () -> tellOrder(job));
        }
    }

    /** The order reaches the server and, unless held, the centre. */
    Job take(Order order, boolean calm, boolean held) {
        Job job = new Job(order, Parcels.of(order, book.seed(), calm), held);
        jobs.put(order.orderNo(), job);
        tellOrder(job);
        if (!held) {
            Centre.Work work = incidents.staffed(job, order.work(book.seed()));
            agenda.at(work.picking(), () -> prepare(job, "PICKING"));
            agenda.at(work.packed(), () -> prepare(job, "PACKED"));
            agenda.at(work.registered(), () -> ship(job));
        }
        return job;
    }

    private void tellOrder(Job job) {
        tell(job, Call.order(job.order().orderNo(), job.order().json()));
    }

    void cancel(Job job, String reason) {
        if (job.isOpen()) {
            job.cancel();
            tell(job, Kind.CANCELLATION, "cancellation", Map.of("reason", reason));
        }
    }

    private void revise(Job job) {
        if (job.isOpen()) {
            job.revise(job.order().movedTo("(변경) " + Reasons.NEW_HOUSE, "주소가 바뀌었어요"));
            tellOrder(job);
        }
    }

    private void prepare(Job job, String step) {
        if (job.isOpen()) {
            Map<String, Object> body = Map.of("step", step, "at", KoreanTime.iso(agenda.now()));
            tell(job, Kind.PREPARATION, "preparation", body);
        }
    }

    private void ship(Job job) {
        if (job.isOpen()) {
            job.ship();
            job.parcels().forEach(parcel -> register(job, parcel));
        }
    }

    /** Now and then the papers reach the server hours after the parcel was collected. */
    private void register(Job job, Parcel parcel) {
        books.open(parcel);
        LocalDateTime now = agenda.now();
        Dice dice = Dice.of(book.seed(), parcel.trackingNumber(), "papers");
        Call call = Call.shipment(parcel.trackingNumber(), parcel.json(now));
        if (dice.chance(0.012) && !job.isHeld()) {
            agenda.at(now.plusHours(dice.between(5, 11)), () -> tell(job, call));
        } else {
            tell(job, call);
        }
        couriers.carry(parcel);
    }

    /** Whatever is still to be done in the centre is done now. */
    void shipNow(Job job) {
        if (job.isOpen()) {
            prepare(job, "PICKING");
            prepare(job, "PACKED");
            job.ship();
            job.parcels().forEach(parcel -> registerNow(job, parcel));
        }
    }

    private void registerNow(Job job, Parcel parcel) {
        books.open(parcel);
        tell(job, Call.shipment(parcel.trackingNumber(), parcel.json(agenda.now())));
        if (!job.isHeld()) {
            couriers.carry(parcel);
        }
    }

    private void tell(Job job, Kind kind, String resource, Object body) {
        String orderNo = job.order().orderNo();
        tell(job, Call.of(kind, orderNo, "/api/v1/orders/" + orderNo + "/" + resource, body));
    }

    private void tell(Job job, Call call) {
        job.told().add(call);
        post.hand(job.order().mall().tenant(), call);
    }
}

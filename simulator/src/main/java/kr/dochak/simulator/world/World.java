package kr.dochak.simulator.world;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import kr.dochak.simulator.areas.Peril;
import kr.dochak.simulator.areas.Storms;
import kr.dochak.simulator.carriers.Books;
import kr.dochak.simulator.carriers.Carrier;
import kr.dochak.simulator.carriers.Hub;
import kr.dochak.simulator.carriers.Parcel;
import kr.dochak.simulator.korea.Dice;
import kr.dochak.simulator.malls.ByHand;
import kr.dochak.simulator.malls.Mall;
import kr.dochak.simulator.malls.Order;
import kr.dochak.simulator.malls.OrderBook;
import kr.dochak.simulator.wire.Call;
import org.jspecify.annotations.Nullable;

/** The whole small Korea behind one door, one thing at a time. */
public final class World {

    private static final int BY_HAND_FROM = 100_000;

    private final OrderBook book;
    private final Agenda agenda;
    private final Obstacles obstacles = new Obstacles();
    private final Incidents incidents;
    private final Storms storms;
    private final Couriers couriers;
    private final Desk desk;
    private int byHand;
    private Consumer<Deed> diary = deed -> {};
    private boolean repeating;

    public World(OrderBook book, LocalDateTime start, Post post) {
        this(book, start, post, new Books(), Set.of());
    }

    public World(OrderBook book, LocalDateTime start, Post post, Books books, Set<Carrier> asked) {
        this(book, start, post, books, asked, new Storms(book.seed(), 0));
    }

    public World(OrderBook book, LocalDateTime start, Post post, Books books, Set<Carrier> asked, Storms storms) {
        this(book, start, post, books, asked, storms, 0);
    }

    /**
     * @param asked carriers that push no scans, but are asked for what stands in the books
     * @param incidentsPerDay how many befall it on a day, on average, besides storms
     */
    public World(
            OrderBook book,
            LocalDateTime start,
            Post post,
            Books books,
            Set<Carrier> asked,
            Storms storms,
            double incidentsPerDay) {
        this.incidents = new Incidents(book.seed(), incidentsPerDay);
        this.storms = storms;
        this.book = book;
        this.agenda = new Agenda(start);
        ScanFeed feed = new ScanFeed(book.seed(), agenda, obstacles, post, books, asked);
        this.couriers = new Couriers(book.seed(), agenda, obstacles, incidents, storms, feed);
        this.desk = new Desk(book, agenda, couriers, incidents, post, books);
        open(start.toLocalDate());
    }

    private void open(LocalDate day) {
        incidents.befall(day);
        desk.open(day);
        if (!incidents.areOn()) {
            obstacles.befall(agenda, book.seed(), day);
        }
        storms.befall(day);
        agenda.at(day.plusDays(1).atStartOfDay(), () -> open(day.plusDays(1)));
    }

    /** From now on every deed by hand is written down before it is done. */
    public synchronized void keep(Consumer<Deed> writing) {
        diary = writing;
    }

    /** Lives to the moment of a deed and does it again, without writing it down. */
    public synchronized void again(Deed deed) {
        repeating = true;
        try {
            Deeds.again(this, deed);
        } finally {
            repeating = false;
        }
    }

    private void note(String act, Map<String, String> with) {
        if (!repeating) {
            diary.accept(new Deed(agenda.now(), act, with));
        }
    }

    public synchronized void runUntil(LocalDateTime now) {
        agenda.runUntil(now);
    }

    public synchronized LocalDateTime now() {
        return agenda.now();
    }

    /** Plans something of somebody else's, as a customer's visit or a vendor's late answer. */
    public synchronized void later(Duration delay, Runnable happening) {
        agenda.at(agenda.now().plus(delay), happening);
    }

    public synchronized Job place(Mall mall, ByHand wish, boolean calm, boolean held) {
        note("place", wished(mall, wish, calm, held));
        int ofDay = agenda.now().toLocalTime().toSecondOfDay();
        byHand = Math.max(byHand + 1, BY_HAND_FROM + ofDay);
        Order order = book.byHand(mall, agenda.now().minusSeconds(40), byHand, wish);
        return desk.take(order, calm, held);
    }

    private static Map<String, String> wished(Mall mall, ByHand wish, boolean calm, boolean held) {
        Map<String, String> with = new LinkedHashMap<>();
        with.put("mall", mall.name());
        with.put("calm", String.valueOf(calm));
        with.put("held", String.valueOf(held));
        Optional.ofNullable(wish.name()).ifPresent(name -> with.put("name", name));
        Optional.ofNullable(wish.phone()).ifPresent(phone -> with.put("phone", phone));
        Optional.ofNullable(wish.email()).ifPresent(email -> with.put("email", email));
        Optional.ofNullable(wish.postcode()).ifPresent(postcode -> with.put("postcode", postcode));
        Optional.ofNullable(wish.carrier()).ifPresent(carrier -> with.put("carrier", carrier.name()));
        return with;
    }

    public synchronized Optional<Job> job(String orderNo) {
        return desk.job(orderNo);
    }

    /** Ends the centre's work on an order, so that its parcels can move. */
    public synchronized Optional<Job> shipNow(String orderNo) {
        note("shipNow", Map.of("orderNo", orderNo));
        Optional<Job> job = desk.job(orderNo);
        job.ifPresent(desk::shipNow);
        return job;
    }

    public synchronized Optional<Call> advance(Job job) {
        note("advance", Map.of("orderNo", job.order().orderNo()));
        return job.parcelToMove().map(parcel -> couriers.advance(parcel, job.isHeld()));
    }

    public synchronized boolean cancel(String orderNo, String reason) {
        note("cancel", Map.of("orderNo", orderNo, "reason", reason));
        Optional<Job> job = desk.job(orderNo).filter(Job::isOpen);
        job.ifPresent(open -> desk.cancel(open, reason));
        return job.isPresent();
    }

    public synchronized LocalDateTime jam(Hub hub, double hours) {
        note("jam", Map.of("hub", hub.name(), "hours", String.valueOf(hours)));
        LocalDateTime until = agenda.now().plusSeconds((long) (hours * 3600));
        if (hours <= 0) {
            obstacles.clear(hub);
        } else {
            obstacles.jam(hub, until);
        }
        return until;
    }

    public synchronized LocalDateTime silence(Carrier carrier, double hours) {
        note("silence", Map.of("carrier", carrier.name(), "hours", String.valueOf(hours)));
        LocalDateTime until = agenda.now().plusSeconds((long) (hours * 3600));
        obstacles.silence(carrier, until);
        return until;
    }

    public synchronized void slow(Carrier carrier, double share) {
        note("slow", Map.of("carrier", carrier.name(), "share", String.valueOf(share)));
        obstacles.slow(carrier, share);
    }

    /** A storm that is announced now. */
    public synchronized LocalDateTime storm(String area, Peril peril, boolean grave, double startsIn, double hours) {
        Map<String, String> with = new LinkedHashMap<>(Map.of("area", area, "peril", peril.name()));
        with.putAll(Map.of(
                "grave", String.valueOf(grave), "startsIn", String.valueOf(startsIn), "hours", String.valueOf(hours)));
        note("storm", with);
        return storms.brew(area, peril, grave, agenda.now(), startsIn, hours);
    }

    public synchronized void pauseOrders(boolean pause) {
        note("pauseOrders", Map.of("pause", String.valueOf(pause)));
        desk.pause(pause);
    }

    /** The parcel with that number or of that order; without either, any that is under way. */
    public synchronized Optional<Parcel> find(@Nullable String orderNo, @Nullable String trackingNumber) {
        if (orderNo == null && trackingNumber == null) {
            List<Parcel> moving = desk.parcels().filter(Parcel::isUnderWay).toList();
            return moving.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Dice.of(book.seed(), agenda.now()).pick(moving));
        }
        return desk.parcels()
                .filter(parcel -> parcel.next() != null)
                .filter(parcel -> orderNo == null || parcel.order().orderNo().equals(orderNo))
                .filter(parcel ->
                        trackingNumber == null || parcel.trackingNumber().equals(trackingNumber))
                .findFirst();
    }

    public synchronized Optional<Call> accident(Parcel parcel, String reason, boolean quietly) {
        note(
                "accident",
                Map.of(
                        "trackingNumber", parcel.trackingNumber(),
                        "reason", reason,
                        "quietly", String.valueOf(quietly)));
        return couriers.accident(parcel, reason, quietly);
    }

    public synchronized List<Job> latest(int most) {
        List<Job> jobs = desk.jobs().toList();
        return jobs.subList(Math.max(0, jobs.size() - most), jobs.size()).reversed();
    }

    /** What befell whom: the incidents, and of each parcel that lost time what it lost where. Never told to the server. */
    public synchronized Map<String, Object> truth() {
        return Truth.of(incidents.all(), storms.truth(), desk.parcels());
    }

    public synchronized Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>(obstacles.json(agenda.now()));
        json.put("storms", storms.json(agenda.now()));
        json.put("orders", desk.jobs().count());
        json.put("parcelsUnderWay", desk.parcels().filter(Parcel::isUnderWay).count());
        json.put("ordersPaused", desk.isPaused());
        return json;
    }
}

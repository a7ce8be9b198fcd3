package kr.dochak.promise.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import kr.dochak.ProductTest;
import kr.dochak.approvals.ApprovalAnswer;
import kr.dochak.approvals.Approvals;
import kr.dochak.calendar.Calendars;
import kr.dochak.database.Sql;
import kr.dochak.identity.StaffMember;
import kr.dochak.orders.OrderFact.PlacedOrder;
import kr.dochak.promise.Knowledge;
import kr.dochak.promise.KnowledgeInUse;
import kr.dochak.promise.PromiseView;
import kr.dochak.promise.Promises;
import kr.dochak.promise.areas.AreaWarnings;
import kr.dochak.promise.learning.ModelVersion;
import kr.dochak.promise.making.PromiseMaking;
import kr.dochak.promise.models.ModelCard.Ended;
import kr.dochak.promise.models.ModelCard.State;
import kr.dochak.promise.models.ModelCard.Version;
import kr.dochak.promise.models.Observation.Kind;
import kr.dochak.promise.models.Observation.Parcel;
import kr.dochak.promise.models.WindowModels.Wanted;
import kr.dochak.promise.quotes.Quote;
import kr.dochak.promise.windows.CalendarRepository;
import kr.dochak.promise.windows.DayChances.Way;
import kr.dochak.promise.windows.Forecast;
import kr.dochak.promise.windows.PromiseNumbers;
import kr.dochak.promise.windows.PromiseSettings;
import kr.dochak.promise.windows.PromisedDay;
import kr.dochak.promise.windows.Stage;
import kr.dochak.promise.windows.Window;
import kr.dochak.promise.windows.WindowBasis;
import kr.dochak.settings.ChangeOutcome;
import kr.dochak.settings.SettingChange;
import kr.dochak.settings.SettingChange.Person;
import kr.dochak.settings.SettingDesk;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.PromiseId;
import kr.dochak.time.Roles;
import kr.dochak.time.WorldClock;
import kr.dochak.tracking.RegisterShipment;
import kr.dochak.tracking.Scan;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.TrackingFact.CarriedOrder;
import kr.dochak.tracking.TrackingNumber;
import kr.dochak.world.World;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** PRM-5: models inside the product: followed live, told again after a start, compared, rolled back. */
@Tag("slow")
@ProductTest
@TestPropertySource(properties = "dochak.promise.least-deliveries=300")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelsTests {

    private static final Duration APART = Duration.ofMinutes(100);
    private static final Instant ASKED_AT = Instant.parse("2026-11-24T02:00:00Z");
    private static final AskedBy TEST = new AskedBy.Program("test");
    private static final List<String> CARRIERS = List.of("kr.cjlogistics", "kr.hanjin");
    private static final List<String> AREAS = List.of("서울", "부산", "제주");

    @Autowired
    private Approvals approvals;

    @Autowired
    private SettingDesk desk;

    @Autowired
    private ModelLife life;

    @Autowired
    private LearnedWindows learned;

    @Autowired
    private AreaWarnings areas;

    @Autowired
    private ObservationQueue observations;

    @Autowired
    private Training training;

    @Autowired
    private WindowModels windowModels;

    @Autowired
    private ModelRepository models;

    @Autowired
    private CalendarRepository calendars;

    @Autowired
    private KnowledgeInUse knowledge;

    @Autowired
    private Roles roles;

    @Autowired
    private PromiseSettings settings;

    @Autowired
    private PromiseNumbers numbers;

    @Autowired
    private Calendars declared;

    @Autowired
    private PromiseMaking making;

    @Autowired
    private Promises promises;

    @Autowired
    private Tracking tracking;

    @Autowired
    private World world;

    @Autowired
    private WorldClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JdbcTemplate template;

    @Autowired
    private TransactionTemplate transaction;

    /** Two months of deliveries, in the database and heard of as they happened; then a first model of them. */
    @BeforeAll
    void a_past_and_a_model_of_it() {
        Assumptions.assumeTrue(ModelVersion.isPossible());
        life.ready().join();
        List<Observation> news = new ArrayList<>();
        Random dice = new Random(5);
        Instant first = clock.instant().minus(APART.multipliedBy(1_000));
        for (int i = 0; i < 850; i++) {
            news.addAll(delivered(i, first.plus(APART.multipliedBy(i)), dice));
        }
        observations.add(news.stream()
                .filter(each -> !each.at().isAfter(clock.instant()))
                .toList());
        observations.tick(clock.instant());
        assertThat(train()).isEqualTo(Ended.SWITCHED);
    }

    private Ended train() {
        return training.begin(clock.instant(), TEST).join();
    }

    /** Jeju takes two days more, 한진 one more than CJ. */
    private List<Observation> delivered(int number, Instant at, Random dice) {
        String carrier = CARRIERS.get(dice.nextInt(2));
        String destination = AREAS.get(dice.nextInt(3));
        double days = .6 + AREAS.indexOf(destination) + CARRIERS.indexOf(carrier) + .3 * Math.abs(dice.nextGaussian());
        Instant pickedUp = at.plus(Duration.ofMinutes(300 + dice.nextInt(200)));
        Instant arrived = pickedUp.plusSeconds((long) (days * 86_400));
        PromiseId id = PromiseId.ofNullable(jdbc.sql("""
                insert into promise.promise
                    (tenant_id, order_id, open_lines, person_id, origin, destination, carrier, total_won, confirmed_at,
                     promised_from, promised_to, timed, p10, p50, p90, basis, told_p50, stage, stage_at, picked_up_at,
                     state, delivered_at, settled_at)
                values (1, :order, 1, 1, '인천', :to, :carrier, 20000, :at, :at, :arrived, false, :arrived, :arrived,
                        :arrived, '["OTHER", "lane"]', :arrived, 'OUT_FOR_DELIVERY', :arrived, :picked, 'KEPT', :arrived, :arrived)
                returning id
                """)
                .param("order", 8_000_000 + number)
                .param("to", destination)
                .param("carrier", carrier)
                .param("at", Sql.at(at))
                .param("picked", Sql.at(pickedUp))
                .param("arrived", Sql.at(arrived))
                .query(Long.class)
                .single());
        Parcel parcel = new Parcel(id, new MallId(1), carrier, "인천", destination, at);
        return List.of(
                new Observation(Kind.ORDERED, at, parcel),
                new Observation(Kind.HANDED_OVER, pickedUp, parcel),
                new Observation(Kind.DELIVERED, arrived, parcel));
    }

    @Test
    void PRM_5_after_a_restart_the_windows_are_what_they_were_before() {
        clock.advanceTo(clock.instant().plusSeconds(60)); // after the model came into use, and not at the same moment
        sell("kr.hanjin", "부산", 3);
        assertThat(windows(afterRestart()))
                .isEqualTo(windows(learned))
                .allSatisfy(window -> assertThat(window).isPresent());
    }

    @Test
    void PRM_1_the_window_of_an_order_is_the_models_and_the_ledger_says_which() {
        Knowledge known = knowledge.current();
        Quote quoted = Quote.of(
                new MallId(1), new Way("kr.cjlogistics", "인천", "제주"), known, PromisedDay.USUAL, clock.instant());
        OrderId order = sell("kr.cjlogistics", "제주", 1);
        PromiseView promise = promises.ofOrders(List.of(order)).get(order).getFirst();
        WindowBasis.Model basis = learned.inUse().orElseThrow();
        assertThat(promises.ledgerOf(promise.promiseId()).getFirst()).satisfies(shown -> {
            assertThat(shown.window()).isEqualTo(quoted.window());
            assertThat(shown.window().basis()).isEqualTo(basis);
            assertThat(shown.modelVersion()).isEqualTo(basis.model());
        });
    }

    @Test
    void PRM_5_a_rejected_candidate_is_not_used_and_the_card_says_why() {
        int used = learned.inUse().orElseThrow().model();
        ModelComparison worse = SwitchRuleTests.comparison(1.02, 1);
        int id = models.insert(
                models.version(used), clock.instant(), clock.instant(), clock.instant(), worse, "over all: worse");
        assertThat(training.decide(id, models.version(used), worse, TEST)).isEqualTo(Ended.REJECTED);
        assertThat(learned.inUse().orElseThrow().model()).isEqualTo(used);
        assertThat(windowModels.use(id, TEST)).isEqualTo(Wanted.NOT);
        Version version = version(id);
        assertThat(version.state()).isEqualTo(State.REJECTED);
        assertThat(version.against()).isPresent();
        assertThat(version(used).state()).isEqualTo(State.IN_USE);
    }

    @Test
    void PRM_5_a_former_model_can_be_gone_back_to_and_forward_again_also_after_a_restart() {
        int first = learned.inUse().orElseThrow().model();
        List<Optional<Window>> before = windows(learned);
        clock.advanceTo(clock.instant().plusSeconds(60));
        int second = switchedTo(models.version(first));
        assertThat(second).isNotEqualTo(first);
        assertThat(version(first).state()).isEqualTo(State.RETIRED);
        clock.advanceTo(clock.instant().plusSeconds(60));
        assertThat(windowModels.use(first, TEST)).isEqualTo(Wanted.USED);
        assertThat(windows(learned)).isEqualTo(before);
        assertThat(windows(afterRestart())).isEqualTo(before);
        clock.advanceTo(clock.instant().plusSeconds(60));
        assertThat(windowModels.use(second, TEST)).isEqualTo(Wanted.USED);
        assertThat(learned.inUse().orElseThrow().model()).isEqualTo(second);
    }

    @Test
    void SET_1_where_people_agree_to_models_a_better_one_waits_and_goes_by_their_word() {
        approvers(1);
        try {
            int used = learned.inUse().orElseThrow().model();
            int refused = asked(used);
            assertThat(windowModels.card().waiting()).map(Version::id).contains(refused);
            assertThat(learned.inUse().orElseThrow().model()).isEqualTo(used);
            assertThat(decide(refused, false)).isInstanceOf(ApprovalAnswer.Decided.class);
            assertThat(version(refused).state()).isEqualTo(State.REJECTED);
            assertThat(learned.inUse().orElseThrow().model()).isEqualTo(used);

            int older = asked(used);
            int agreed = asked(used);
            assertThat(version(older).state()).as("a newer one is better known").isEqualTo(State.REJECTED);
            assertThat(decide(older, true)).isInstanceOf(ApprovalAnswer.NotAllowed.class);
            assertThat(decide(agreed, true)).isInstanceOf(ApprovalAnswer.Decided.class);
            assertThat(version(agreed).state()).isEqualTo(State.IN_USE);
            assertThat(learned.inUse().orElseThrow().model()).isEqualTo(agreed);

            assertThat(windowModels.use(used, AskedBy.of(platform(71)))).isEqualTo(Wanted.ASKED);
            assertThat(learned.inUse().orElseThrow().model()).isEqualTo(agreed);
            assertThat(approvals.decide(platform(71), "model", Integer.toString(used), true, ""))
                    .isEqualTo(new ApprovalAnswer.NotAllowed(ApprovalAnswer.Reason.OWN));
            assertThat(decide(used, false)).isInstanceOf(ApprovalAnswer.Decided.class);
            assertThat(version(used).state()).as("a former model stays one").isEqualTo(State.RETIRED);
            assertThat(windowModels.use(used, AskedBy.of(platform(71)))).isEqualTo(Wanted.ASKED);
            assertThat(decide(used, true)).isInstanceOf(ApprovalAnswer.Decided.class);
            assertThat(learned.inUse().orElseThrow().model()).isEqualTo(used);
        } finally {
            approvers(0);
        }
    }

    private int asked(int like) {
        ModelComparison better = SwitchRuleTests.comparison(.9, 1);
        ModelVersion version = models.version(like);
        int id = models.insert(version, clock.instant(), clock.instant(), clock.instant(), better, "better");
        assertThat(training.decide(id, version, better, TEST)).isEqualTo(Ended.WAITING);
        return id;
    }

    private ApprovalAnswer decide(int model, boolean yes) {
        return approvals.decide(platform(72), "model", Integer.toString(model), yes, yes ? "" : "더 지켜봐요");
    }

    private static StaffMember platform(long id) {
        return new StaffMember(id, new MallId(1), "돌보는이", Set.of(StaffMember.Role.PLATFORM));
    }

    private void approvers(int number) {
        long seen = desk.history("promise.model-approvers", null, Long.MAX_VALUE, 1).stream()
                .mapToLong(SettingChange::id)
                .max()
                .orElse(0);
        var wish = new ChangeOutcome.Wish(
                "promise.model-approvers", Integer.toString(number), clock.instant(), "시험", seen);
        var waiting = (ChangeOutcome.Waiting) desk.change(null, wish, new Person(73, "한소라"));
        desk.agree(wish.key(), new MallId(1), waiting.change().id(), new Person(74, "정유진"));
    }

    private int switchedTo(ModelVersion version) {
        ModelComparison better = SwitchRuleTests.comparison(.9, 1);
        int id = models.insert(version, clock.instant(), clock.instant(), clock.instant(), better, "better");
        learned.trainingSet(clock.instant());
        assertThat(training.decide(id, version, better, TEST)).isEqualTo(Ended.SWITCHED);
        return id;
    }

    @Test
    void PRM_5_the_comparison_is_of_deliveries_the_candidate_has_not_learned_from() {
        Version first = windowModels.card().versions().getLast();
        assertThat(first.deliveries()).isBetween(300, 850 * 95 / 100);
        assertThat(first.dataTo()).isBefore(first.learnedAt());
        assertThat(first.figures().overall().former()).isNull();
        assertThat(first.figures().overall().worse()).isNegative();
        assertThat(first.figures().groups())
                .extracting(ModelComparison.Group::name)
                .contains("kr.hanjin", "인천→제주");
    }

    /** A parcel of its own goes all the way, through the same code as in the product. */
    private OrderId sell(String carrier, String destination, int steps) {
        OrderId order = new OrderId(9_000_000
                + jdbc.sql("select count(*) from promise.promise")
                        .query(Long.class)
                        .single());
        making.make(List.of(new PlacedOrder(
                order,
                new MallId(1),
                "M-" + order,
                new PersonId(order.value()),
                order.value(),
                clock.instant(),
                "인천",
                destination,
                new CarrierId(carrier),
                20_000,
                1,
                null)));
        tracking.register(List.of(new RegisterShipment(
                new MallId(1),
                new CarrierId(carrier),
                new TrackingNumber("7" + order),
                List.of(new CarriedOrder(order, List.of())),
                clock.instant())));
        world.settle();
        List<ShipmentStatus> way =
                List.of(ShipmentStatus.PICKED_UP, ShipmentStatus.OUT_FOR_DELIVERY, ShipmentStatus.DELIVERED);
        for (ShipmentStatus status : steps == 1 ? List.<ShipmentStatus>of() : way) {
            clock.advanceTo(clock.instant().plus(Duration.ofHours(1)));
            tracking.submit(List.of(new Scan(
                            0,
                            new CarrierId(carrier),
                            new TrackingNumber("7" + order),
                            status,
                            null,
                            clock.instant(),
                            "부산HUB",
                            "",
                            null)))
                    .join();
            world.settle();
        }
        return order;
    }

    private Version version(int id) {
        return windowModels.card().versions().stream()
                .filter(v -> v.id() == id)
                .findFirst()
                .orElseThrow();
    }

    /** What a process that starts now knows. */
    private LearnedWindows afterRestart() {
        ModelLife anew = new ModelLife(settings, roles);
        LearnedWindows again = new LearnedWindows(anew, numbers, calendars, declared, areas);
        new PastReplay(anew, again, models, template, transaction, settings, clock).start();
        anew.ready().join();
        return again;
    }

    private List<Optional<Window>> windows(LearnedWindows asked) {
        return CARRIERS.stream()
                .flatMap(carrier -> AREAS.stream()
                        .flatMap(area -> Stream.of(Stage.ORDERED, Stage.PICKED_UP)
                                .map(stage -> new Forecast.Delivery(
                                        carrier, "인천", area, stage, ASKED_AT, new MallId(1), ASKED_AT))))
                .map(asked::window)
                .toList();
    }
}

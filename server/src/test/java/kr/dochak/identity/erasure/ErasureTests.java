package kr.dochak.identity.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import kr.dochak.As;
import kr.dochak.ProductTest;
import kr.dochak.TestDatabase;
import kr.dochak.care.Cases;
import kr.dochak.care.ratings.DeliveryRatings;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.erasure.Erasures.Outcome;
import kr.dochak.identity.vault.People;
import kr.dochak.identity.vault.SignedLinks;
import kr.dochak.journeys.Trade;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.time.WorldClock;
import kr.dochak.world.World;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** H5, IDN-3: a person leaves, and law keeps its part apart. */
@ProductTest
class ErasureTests {

    private static final StaffMember STAFF = new StaffMember(5, Leaver.RAINBOW, "한소라", Set.of(StaffMember.Role.AGENT));

    private static final Duration GRACE = Duration.ofHours(25);

    @LocalServerPort
    private int port;

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private WorldClock clock;

    @Autowired
    private World world;

    @Autowired
    private Orders orders;

    @Autowired
    private Cases cases;

    @Autowired
    private DeliveryRatings ratings;

    @Autowired
    private People people;

    @Autowired
    private SignedLinks links;

    @Autowired
    private Erasures erasures;

    @Autowired
    private ErasureRun run;

    @Autowired
    private ErasureWork work;

    @Autowired
    private ErasureRepository repository;

    @Autowired
    private Rewriting rewriting;

    @Autowired
    private Archive archive;

    private Trade trade;
    private Leaver leaver;
    private MockMvc mvc;

    @BeforeEach
    void somebody_who_will_leave() {
        trade = new Trade(port, clock, world);
        leaver = new Leaver(trade, orders, cases, ratings, clock);
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    private Erasure requested() {
        return ((Outcome.Fine) erasures.requestOwn(Leaver.RAINBOW, List.of(leaver.person()))).erasure();
    }

    private Erasure after(Erasure erasure, Duration later) {
        Instant then = clock.instant().plus(later);
        while (run.tick(then)) {}
        return repository.byId(erasure.id()).orElseThrow();
    }

    private Erasure erased() {
        leaver.settleEverything(trade, cases);
        return after(requested(), GRACE);
    }

    @Test
    void H5_nothing_of_an_erased_person_lies_in_data_files_or_log_once_they_were_rewritten() {
        List<byte[]> kept = ErasedBytes.keysOf(jdbc, leaver.person());
        Erasure erasure = erased();
        ErasedBytes bytes = new ErasedBytes(jdbc, leaver.mark, leaver.phone.replaceAll("\\D", ""), kept);

        assertThat(bytes.found()).as("what a mere erasure leaves behind").isNotEmpty();
        rewriting.tick(clock.instant());
        assertThat(bytes.found()).isEmpty();
        assertThat(repository.byId(erasure.id()).orElseThrow().rewrittenAt()).isNotNull();
    }

    @Test
    void H5_words_notes_and_ratings_go_and_the_order_stays_as_a_fact_about_nobody() {
        Erasure erasure = erased();

        assertThat(erasure.state()).isEqualTo(Erasure.State.DONE);
        assertThat(people.open(List.of(leaver.person()))).isEmpty();
        assertThat(people.search(STAFF, leaver.phone)).doesNotContain(leaver.person());
        OrderSummary order = orders.find(leaver.order.orderId()).orElseThrow();
        assertThat(order.orderNo()).isEqualTo(leaver.orderNo);
        assertThat(order.request().note()).isEmpty();
        assertThat(cases.conversation(leaver.caseId, null, 30).items())
                .allMatch(each -> each.body().equals("–"));
        assertThat(ratings.ofOrder(order.orderId()))
                .singleElement()
                .satisfies(each -> assertThat(each.note()).isEmpty())
                .satisfies(each -> assertThat(each.stars()).isEqualTo(2));
    }

    @Test
    void H5_sessions_and_tracking_links_of_an_erased_person_end() throws Exception {
        String link = links.pathFor(leaver.order.orderId(), Duration.ofDays(30));
        mvc.perform(get(link)).andExpect(status().isOk());
        erased();

        mvc.perform(get(link)).andExpect(status().isGone());
        mvc.perform(get("/orders").accept("text/html").with(As.customer(leaver.person(), Leaver.RAINBOW)))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void H5_an_order_of_an_erased_person_that_is_sent_again_brings_nobody_back() {
        erased();
        // as one that was delivered long ago
        jdbc.sql("update orders.customer_order set status = 'PAID', cancelled_at = null where id = :id")
                .param("id", leaver.order.orderId().value())
                .update();
        trade.order(leaver.orderNo, leaver.buyer(), "감귤");

        assertThat(orders.find(leaver.order.orderId()).orElseThrow().personId()).isEqualTo(leaver.person());
        assertThat(people.search(STAFF, leaver.phone)).isEmpty();
    }

    @Test
    void IDN_3_staff_read_that_the_customer_was_erased() throws Exception {
        erased();
        for (String page : List.of("/console/orders/" + leaver.order.orderId(), "/console/cases/" + leaver.caseId)) {
            mvc.perform(get(page).with(As.staff(jdbc, StaffMember.Role.LEAD)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(Matchers.containsString("지워진 고객")));
        }
    }

    @Test
    void IDN_3_what_law_keeps_lies_sealed_and_apart_until_its_end() {
        Erasure erasure = erased();

        assertThat(archive.ofErasure(Leaver.RAINBOW, erasure.id()))
                .extracting(each -> each.reason().name())
                .containsExactlyInAnyOrder("CONTRACT", "COMPLAINT");
        assertThat(archive.ofErasure(Leaver.RAINBOW, erasure.id()).toString())
                .contains("say" + leaver.mark, "남궁" + leaver.mark);
        assertThat(TestDatabase.asSuperuser(jdbc)
                        .sql("select encode(sealed, 'escape') from archive.kept_record where erasure_id = :id")
                        .param("id", erasure.id())
                        .query(String.class)
                        .list())
                .noneMatch(each -> each.contains(leaver.mark));
        assertThat(jdbc.sql("select tableowner from pg_tables where schemaname = 'archive'")
                        .query(String.class)
                        .list())
                .containsOnly("dochak_archive");
        archive.destroyEnded(clock.instant().plus(Duration.ofDays(3 * 366)));
        assertThat(archive.ofErasure(Leaver.RAINBOW, erasure.id()))
                .extracting(each -> each.reason().name())
                .containsExactly("CONTRACT");
        archive.destroyEnded(clock.instant().plus(Duration.ofDays(5 * 366)));
        assertThat(archive.ofErasure(Leaver.RAINBOW, erasure.id())).isEmpty();
    }

    @Test
    void IDN_3_the_application_reaches_the_archive_by_its_functions_only() {
        Erasure erasure = erased();

        assertThat(archive.ofErasure(Leaver.RAINBOW, erasure.id())).hasSize(2);
        assertThat(archive.ofErasure(new kr.dochak.shared.MallId(2), erasure.id()))
                .isEmpty();
        assertThatThrownBy(() -> jdbc.sql("select count(*) from archive.kept_record")
                        .query(Integer.class)
                        .single())
                .hasRootCauseMessage("ERROR: permission denied for table kept_record");
    }

    @Test
    void IDN_3_a_parcel_under_way_and_an_open_case_end_first() {
        Erasure waiting = after(requested(), GRACE);
        assertThat(waiting.state()).isEqualTo(Erasure.State.WAITING);
        assertThat(waiting.waitsFor()).extracting(Hindrance::what).containsExactlyInAnyOrder("parcels", "cases");
        assertThat(people.isErased(leaver.person())).isFalse();

        leaver.settleEverything(trade, cases);
        assertThat(after(waiting, GRACE).state()).as("looked at an hour later").isEqualTo(Erasure.State.WAITING);
        assertThat(after(waiting, GRACE.plusHours(2)).state()).isEqualTo(Erasure.State.DONE);
    }

    @Test
    void IDN_3_whoever_asks_for_an_erasure_cannot_agree_to_it() {
        leaver.settleEverything(trade, cases);
        Erasure proposed = ((Outcome.Fine)
                        erasures.propose(Leaver.ONE, List.of(leaver.person()), Erasure.Cause.ASKED_US))
                .erasure();

        assertThat(after(proposed, GRACE).state()).isEqualTo(Erasure.State.PROPOSED);
        assertThat(erasures.approve(Leaver.ONE, proposed.id())).isInstanceOf(Outcome.SamePerson.class);
        assertThatThrownBy(() -> repository.approve(proposed.id(), Leaver.ONE.id(), clock.instant()))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(erasures.approve(Leaver.OTHER, proposed.id())).isInstanceOf(Outcome.Fine.class);
        assertThat(after(proposed, GRACE).state()).isEqualTo(Erasure.State.DONE);
    }

    @Test
    void IDN_3_a_wish_is_taken_back_within_its_time_and_not_after() {
        leaver.settleEverything(trade, cases);
        Erasure first = requested();
        assertThat(erasures.requestOwn(Leaver.RAINBOW, List.of(leaver.person())))
                .isInstanceOf(Outcome.Already.class);
        assertThat(erasures.withdrawOwn(Leaver.RAINBOW, List.of(leaver.person())))
                .isInstanceOf(Outcome.Fine.class);
        assertThat(after(first, GRACE).state()).isEqualTo(Erasure.State.WITHDRAWN);
        assertThat(people.isErased(leaver.person())).isFalse();

        Erasure second = requested();
        assertThat(after(second, Duration.ofHours(23)).state()).isEqualTo(Erasure.State.REQUESTED);
        assertThat(after(second, GRACE).state()).isEqualTo(Erasure.State.DONE);
        assertThat(erasures.withdrawOwn(Leaver.RAINBOW, List.of(leaver.person())))
                .isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void IDN_3_another_malls_staff_neither_ask_for_nor_see_an_erasure() {
        StaffMember hangang =
                new StaffMember(93, new kr.dochak.shared.MallId(2), "남", java.util.Set.of(StaffMember.Role.LEAD));
        assertThat(erasures.propose(hangang, List.of(leaver.person()), Erasure.Cause.ASKED_US))
                .isInstanceOf(Outcome.Unknown.class);
        Erasure proposed = ((Outcome.Fine)
                        erasures.propose(Leaver.ONE, List.of(leaver.person()), Erasure.Cause.ASKED_US))
                .erasure();
        assertThat(erasures.approve(hangang, proposed.id())).isInstanceOf(Outcome.Unknown.class);
        assertThat(erasures.byId(hangang.tenantId(), proposed.id())).isEmpty();
    }

    @Test
    void IDN_3_what_was_killed_goes_on_where_it_stood_and_does_nothing_twice() {
        leaver.settleEverything(trade, cases);
        Erasure erasure = requested();
        Instant then = clock.instant().plus(GRACE);
        for (int i = 0; i < 4; i++) {
            assertThat(work.advance(erasure.id(), then)).isTrue();
        }
        transaction.executeWithoutResult(killed -> {
            work.advance(erasure.id(), then);
            killed.setRollbackOnly();
        });
        int before = repository.steps(erasure.id()).size();

        Erasure done = after(erasure, GRACE);
        assertThat(before).isEqualTo(3);
        assertThat(done.state()).isEqualTo(Erasure.State.DONE);
        assertThat(work.advance(erasure.id(), then)).isFalse();
        assertThat(archive.ofErasure(Leaver.RAINBOW, erasure.id())).hasSize(2);
    }

    @Test
    void IDN_3_the_certificate_says_what_went_and_what_stays_and_names_nobody() {
        Erasure erasure = erased();
        Certificate certificate = java.util.Objects.requireNonNull(erasure.certificate());

        assertThat(certificate.destroyed()).containsKeys("orders", "care", "messaging", "identity");
        assertThat(certificate.destroyed().get("orders")).isEqualTo(1);
        assertThat(certificate.kept()).extracting(Certificate.Remainder::reason).contains("CONTRACT", "COMPLAINT");
        assertThat(jdbc.sql("select certificate::text from identity.erasure where id = :id")
                        .param("id", erasure.id())
                        .query(String.class)
                        .single())
                .doesNotContain(leaver.mark, leaver.phone, "남궁");
    }
}

package kr.dochak.identity.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import kr.dochak.As;
import kr.dochak.ProductTest;
import kr.dochak.care.Cases;
import kr.dochak.care.ratings.DeliveryRatings;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.access.Access;
import kr.dochak.identity.access.Reveal;
import kr.dochak.identity.vault.People;
import kr.dochak.journeys.CodesInHand;
import kr.dochak.journeys.Trade;
import kr.dochak.orders.Orders;
import kr.dochak.shared.Language;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.Words;
import kr.dochak.time.WorldClock;
import kr.dochak.world.World;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** IDN-3: a person gets everything that is held of them, and nobody else does. */
@ProductTest
@Import(CodesInHand.class)
class CopyTests {

    @LocalServerPort
    private int port;

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

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
    private Copies copies;

    @Autowired
    private CodesInHand codes;

    private Leaver leaver;
    private MockMvc mvc;

    @BeforeEach
    void somebody() {
        leaver = new Leaver(new Trade(port, clock, world), orders, cases, ratings, clock);
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    private List<PersonId> themselves() {
        return List.of(leaver.person());
    }

    private PersonalCopy copy() {
        Copies.Link link = copies.forThemselves(Leaver.RAINBOW, themselves());
        return copies.open(link.token(), themselves()).orElseThrow();
    }

    @Test
    void IDN_3_the_copy_has_everything_that_was_given_written_and_looked_at() {
        String json = new String(copy().json(), StandardCharsets.UTF_8);

        assertThat(json)
                .contains("남궁" + leaver.mark, leaver.phone, "ext" + leaver.mark, "테헤란로")
                .contains("door" + leaver.mark, "rate" + leaver.mark, "say" + leaver.mark, leaver.orderNo)
                .contains("내 정보 사본");
    }

    @Test
    void IDN_3_the_copy_can_be_read_on_paper_in_korean() throws IOException {
        byte[] pdf = copy().pdf(new Words(Language.messageSource(), Locale.KOREAN));
        try (var paper = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(paper).replaceAll("\\s", "");
            assertThat(text).contains("내정보", "남궁" + leaver.mark, "테헤란로152", "say" + leaver.mark, "받는분");
            assertThat(paper.getNumberOfPages()).isBetween(1, 20);
        }
    }

    @Test
    void IDN_3_a_link_is_its_persons_alone_and_is_over_in_minutes() {
        Copies.Link link = copies.forThemselves(Leaver.RAINBOW, themselves());

        assertThat(copies.open(
                        link.token(), List.of(new PersonId(leaver.person().value() + 1_000_000))))
                .isEmpty();
        assertThat(copies.open(link.token(), Leaver.ONE)).isEmpty();
        assertThat(copies.open(link.token() + "x", themselves())).isEmpty();
        assertThat(copies.open(link.token(), themselves())).isPresent();
        clock.advanceTo(clock.instant().plus(java.time.Duration.ofMinutes(11)));
        assertThat(copies.open(link.token(), themselves())).isEmpty();
    }

    @Test
    void M6_staff_say_why_in_words_that_say_something_and_the_person_reads_it() {
        for (String nothing : List.of(" ", "x", "ㅇㅇㅇㅇㅇㅇㅇㅇㅇㅇㅇ")) {
            assertThat(copies.forStaff(Leaver.ONE, leaver.person(), nothing)).isEqualTo(new Reveal.NoReason<>());
        }
        assertThat(copies.forStaff(
                        new StaffMember(
                                93, new kr.dochak.shared.MallId(2), "남", java.util.Set.of(StaffMember.Role.LEAD)),
                        leaver.person(),
                        "전화로 요청함 1544"))
                .isEqualTo(new Reveal.Unknown<>());
        Copies.Link link =
                ((Reveal.Revealed<Copies.Link>) copies.forStaff(Leaver.ONE, leaver.person(), "전화로 요청함 1544")).value();

        assertThat(copies.open(link.token(), Leaver.ONE)).isPresent();
        assertThat(copies.open(link.token(), Leaver.OTHER)).isEmpty();
        assertThat(people.accessesTo(leaver.person()))
                .extracting(Access::reason)
                .contains("고객 요청 · 전화로 요청함 1544");
    }

    @Test
    void IDN_3_an_open_browser_alone_gets_no_copy() throws Exception {
        var them = As.customer(leaver.person(), Leaver.RAINBOW);
        mvc.perform(get("/settings/copy/guessed/data.json").with(them)).andExpect(status().isNotFound());
        String form = mvc.perform(post("/settings/copy/code").with(csrf()).with(them))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        String ticket = form.replaceAll("(?s).*name=\"ticket\" value=\"([^\"]+)\".*", "$1");
        mvc.perform(post("/settings/copy")
                        .param("ticket", ticket)
                        .param("code", "000000x")
                        .with(csrf())
                        .with(them))
                .andExpect(status().isUnprocessableContent());
        String done = mvc.perform(post("/settings/copy")
                        .param("ticket", ticket)
                        .param("code", codes.next())
                        .with(csrf())
                        .with(them))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        String link = done.replaceAll("(?s).*href=\"(/settings/copy/[^\"]+/data\\.json)\".*", "$1");
        mvc.perform(get(link).with(them)).andExpect(status().isOk());
        assertThat(jdbc.sql("select count(*) from identity.copy_link where people = array[:id]::bigint[]")
                        .param("id", leaver.person().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }
}

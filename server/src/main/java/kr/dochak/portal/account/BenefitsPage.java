package kr.dochak.portal.account;

import java.time.Instant;
import java.util.List;
import kr.dochak.benefits.Benefits;
import kr.dochak.benefits.Coupon;
import kr.dochak.benefits.LedgerEntry;
import kr.dochak.benefits.Movement;
import kr.dochak.identity.CustomerLogin;
import kr.dochak.identity.vault.People;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.portal.history.HistoryLine;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the customer has: points, coupons, and how they came and went. */
@Controller
@Framed(nav = "benefits", title = "portal.benefits.title")
class BenefitsPage {

    private static final int PAGE = 20;

    private final Benefits benefits;
    private final People people;

    BenefitsPage(Benefits benefits, People people) {
        this.benefits = benefits;
        this.people = people;
    }

    @GetMapping("/benefits")
    String benefits(
            Frame frame,
            @AuthenticationPrincipal CustomerLogin customer,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        List<PersonId> customers = people.behind(customer);
        Keyset<LedgerEntry> history = benefits.history(customers, after, PAGE);
        model.addAttribute("balance", benefits.balanceOf(customers).amount());
        model.addAttribute("coupons", coupons(customers, frame));
        model.addAttribute(
                "history",
                history.items().stream()
                        .map(entry -> line(entry.movement(), frame.words(), frame.now()))
                        .toList());
        model.addAttribute("next", history.next() == null ? null : "/benefits?after=" + history.next() + "#history");
        model.addAttribute("first", after == null ? null : "/benefits#history");
        return "portal/benefits";
    }

    private List<CouponLine> coupons(List<PersonId> customers, Frame frame) {
        return benefits.couponsOf(customers).stream()
                .filter(coupon -> coupon.state() == Coupon.State.OPEN
                        && coupon.expiresAt().isAfter(frame.now()))
                .map(coupon -> new CouponLine(
                        coupon.percent(),
                        coupon.maxDiscount().amount(),
                        coupon.reason(),
                        KoreanTime.day(
                                coupon.expiresAt().minusSeconds(1),
                                frame.now(),
                                frame.words().locale())))
                .toList();
    }

    private static HistoryLine line(Movement moved, Words words, Instant now) {
        boolean plus = moved.kind() == Movement.Kind.ISSUE;
        String amount = moved.unit() == Movement.Unit.POINTS
                ? words.word("portal.grant.points", moved.amount().amount())
                : words.word("portal.won", moved.amount().amount());
        return new HistoryLine(
                words.word("portal.benefits." + moved.unit() + "." + moved.kind()),
                moved.warrant().reason(),
                (plus ? "+" : "−") + amount,
                plus,
                KoreanTime.moment(moved.at(), now, words.locale()));
    }
}

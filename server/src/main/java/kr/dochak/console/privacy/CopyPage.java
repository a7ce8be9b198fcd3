package kr.dochak.console.privacy;

import kr.dochak.console.access.RevealRules;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.access.Reveal;
import kr.dochak.identity.erasure.Copies;
import kr.dochak.identity.erasure.PersonalCopy;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tone;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Problem;
import kr.dochak.shared.Words;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A copy of one customer's data for a member of staff who says why (IDN-3): a person asked for it by phone or on paper. */
@Controller("consoleCopyPage")
@Framed(nav = "privacy", title = "console.privacy.copy")
class CopyPage {

    private final Copies copies;
    private final Orders orders;

    CopyPage(Copies copies, Orders orders) {
        this.copies = copies;
        this.orders = orders;
    }

    /** Answers with the page itself: the link is neither in an address nor in a session. */
    @PostMapping("/console/privacy/copies")
    String make(
            @AuthenticationPrincipal StaffMember staff,
            @RequestParam(defaultValue = "") String order,
            @RequestParam(defaultValue = "") String reason,
            Words words,
            Frame frame,
            Model model,
            RedirectAttributes after) {
        Reveal<Copies.Link> copy = orders.byNumber(staff.tenantId(), order.strip())
                .map(OrderSummary::personId)
                .map(person -> copies.forStaff(staff, person, reason))
                .orElseGet(Reveal.Unknown::new);
        if (copy instanceof Reveal.Revealed<Copies.Link>(Copies.Link link)) {
            model.addAttribute("link", "/console/privacy/copies/" + link.token());
            model.addAttribute("until", KoreanTime.clock(link.until(), words.locale()));
            return "console/privacy-copy";
        }
        String refusal = copy instanceof Reveal.Unknown<?>
                ? words.word("console.privacy.copy.none")
                : RevealRules.refusal(copy, "", words, frame.now()).orElse("");
        after.addFlashAttribute("flash", new Frame.Flash(Tone.AT_RISK, refusal));
        return "redirect:/console/privacy";
    }

    @GetMapping("/console/privacy/copies/{token}/data.json")
    ResponseEntity<byte[]> json(@PathVariable String token, @AuthenticationPrincipal StaffMember staff) {
        return file(open(token, staff).json(), MediaType.APPLICATION_JSON, "customer-data.json");
    }

    @GetMapping("/console/privacy/copies/{token}/data.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String token, @AuthenticationPrincipal StaffMember staff, Words words) {
        return file(open(token, staff).pdf(words), MediaType.APPLICATION_PDF, "customer-data.pdf");
    }

    private PersonalCopy open(String token, StaffMember staff) {
        return copies.open(token, staff).orElseThrow(() -> Problem.notFound("portal.problem.copy-gone"));
    }

    private static ResponseEntity<byte[]> file(byte[] content, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }
}

package kr.dochak.console.shipments;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import kr.dochak.console.SituationWords;
import kr.dochak.identity.Malls;
import kr.dochak.identity.StaffMember;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.promise.Promises;
import kr.dochak.promise.causes.Situations;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 배송: every promise on its way, narrowed to what one looks for. */
@Controller
@Framed(nav = "shipments", title = "console.shipments.title")
class ShipmentsPage {

    private static final int PAGE = 50;

    private final ShipmentRows rows;
    private final Promises promises;
    private final Situations situations;
    private final Malls malls;

    ShipmentsPage(ShipmentRows rows, Promises promises, Situations situations, Malls malls) {
        this.rows = rows;
        this.promises = promises;
        this.situations = situations;
        this.malls = malls;
    }

    @GetMapping("/console/shipments")
    String list(
            @AuthenticationPrincipal StaffMember staff,
            ShipmentFilters filters,
            @RequestParam(required = false) @Nullable String after,
            Frame frame,
            Model model) {
        Keyset<ShipmentRow> page = rows.page(staff.sight(), filters.filter(), after, PAGE);
        String next = page.next();
        model.addAttribute("rows", page.items());
        model.addAttribute("chips", filters.chips(promises.figures(staff.sight()), frame.words()));
        model.addAttribute("fields", filters.fields(frame.words()));
        model.addAttribute("show", filters.show() == null ? "" : filters.show().name());
        model.addAttribute("place", filters.place() == null ? "" : filters.place());
        model.addAttribute(
                "situation",
                filters.situation() == null ? "" : filters.situation().toString());
        model.addAttribute("behind", behind(staff, filters, frame));
        model.addAttribute("clear", filters.narrowed() ? "/console/shipments" : null);
        model.addAttribute("first", after == null ? null : filters.href("/console/shipments", filters.show(), null));
        model.addAttribute("next", next == null ? null : filters.href("/console/shipments", filters.show(), next));
        model.addAttribute("sheet", filters.href("/console/shipments.csv", filters.show(), null));
        return "console/shipments";
    }

    /** The situation that the list is narrowed to, in words. */
    private String behind(StaffMember staff, ShipmentFilters filters, Frame frame) {
        Long situation = filters.situation();
        return situation == null
                ? ""
                : situations
                        .one(staff.tenantId(), situation)
                        .map(each -> SituationWords.whole(each, frame.now(), frame.words()))
                        .orElseGet(() -> frame.words().word("console.shipments.situation"));
    }

    private Map<MallId, String> names(StaffMember staff) {
        return staff.seesSeveral()
                ? staff.sight().stream()
                        .collect(Collectors.toMap(
                                mall -> mall, mall -> malls.byId(mall).name()))
                : Map.of();
    }

    /** The list as a sheet, without personal data; at most ten thousand rows. */
    @GetMapping("/console/shipments.csv")
    void sheet(
            @AuthenticationPrincipal StaffMember staff,
            ShipmentFilters filters,
            Frame frame,
            HttpServletResponse response)
            throws IOException {
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Content-Disposition", "attachment; filename=\"shipments.csv\"");
        ShipmentSheet sheet = new ShipmentSheet(response.getWriter(), frame.words(), frame.now(), names(staff));
        String after = null;
        do {
            Keyset<ShipmentRow> page = rows.page(staff.sight(), filters.filter(), after, ShipmentSheet.BATCH);
            sheet.write(page.items());
            after = page.next();
        } while (after != null && !sheet.isFull());
        sheet.finish();
    }
}

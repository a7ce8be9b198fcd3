package kr.dochak.console.mass;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kr.dochak.identity.Right;
import kr.dochak.identity.Staff;
import kr.dochak.identity.StaffMember;
import kr.dochak.messaging.mass.MassDesk;
import kr.dochak.messaging.mass.MassNotice;
import kr.dochak.messaging.mass.MassNotice.State;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tab;
import kr.dochak.pages.Typed;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** 단체 안내: what was told to the customers of many orders, waits for others or goes out. */
@Controller
@Framed(nav = "mass-notices", title = "console.mass.title")
class MassNoticesPage {

    private static final int PAGE = 30;

    private final MassDesk desk;
    private final Staff staff;

    MassNoticesPage(MassDesk desk, Staff staff) {
        this.desk = desk;
        this.staff = staff;
    }

    @GetMapping(MassPlace.AT)
    String page(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal StaffMember reader,
            Frame frame,
            Model model) {
        String query = Typed.search(q);
        State only = Stream.of(State.values())
                .filter(each -> each.name().equals(state))
                .findFirst()
                .orElse(null);
        Keyset<MassNotice> page = desk.page(reader.tenantId(), only, query, after, PAGE);
        model.addAttribute("rows", page.items().stream().map(this::row).toList());
        model.addAttribute("chips", chips(only, query, frame.words()));
        model.addAttribute("query", query);
        model.addAttribute("state", only == null ? "" : only.name());
        model.addAttribute("narrowed", only != null || !query.isEmpty());
        model.addAttribute("mayWrite", reader.may(Right.NOTICES_SEND));
        model.addAttribute("first", after == null ? null : at(only, query, null));
        model.addAttribute("next", page.next() == null ? null : at(only, query, page.next()));
        return "console/mass-notices";
    }

    private MassRow row(MassNotice notice) {
        String maker = staff.byId(notice.makerId()).map(StaffMember::name).orElse("#" + notice.makerId());
        return new MassRow(notice, desk.progress(notice), maker);
    }

    private static List<Tab> chips(@Nullable State only, String query, Words words) {
        List<Tab> chips = new ArrayList<>();
        chips.add(new Tab(words.word("console.mass.all"), at(null, query, null), only == null));
        for (State each : State.values()) {
            chips.add(new Tab(words.word("console.mass.state." + each), at(each, query, null), only == each));
        }
        return chips;
    }

    private static String at(@Nullable State state, String query, @Nullable String after) {
        UriComponentsBuilder at = UriComponentsBuilder.fromPath(MassPlace.AT);
        if (state != null) {
            at.queryParam("state", state);
        }
        if (!query.isEmpty()) {
            at.queryParam("q", "{q}");
        }
        if (after != null) {
            at.queryParam("after", after);
        }
        return query.isEmpty()
                ? at.toUriString()
                : at.encode().buildAndExpand(query).toUriString();
    }
}

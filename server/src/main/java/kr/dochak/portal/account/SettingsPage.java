package kr.dochak.portal.account;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import kr.dochak.identity.CustomerLogin;
import kr.dochak.identity.access.Access;
import kr.dochak.identity.vault.Masks;
import kr.dochak.identity.vault.People;
import kr.dochak.messaging.ChannelName;
import kr.dochak.messaging.Messages;
import kr.dochak.messaging.Preferences;
import kr.dochak.messaging.Preferences.Purpose;
import kr.dochak.pages.Field;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tone;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.Words;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How the customer is told, what they consented to, and who looked at their data (MSG-2, IDN-2). */
@Controller
@Framed(nav = "alerts", title = "portal.settings.title")
class SettingsPage {

    private static final String SOURCE = "portal";
    private static final List<ChannelName> OUTSIDE = ChannelName.outside();
    private static final List<String> CHOICES = List.of("first", "second", "third");

    private final Messages messages;
    private final People people;

    SettingsPage(Messages messages, People people) {
        this.messages = messages;
        this.people = people;
    }

    @GetMapping("/settings")
    String settings(Frame frame, @AuthenticationPrincipal CustomerLogin customer, Model model) {
        return page(frame, customer, chosen(preferences(customer)), "", model);
    }

    @PostMapping("/settings/channels")
    String channels(
            Frame frame,
            HttpServletResponse response,
            @AuthenticationPrincipal CustomerLogin customer,
            @RequestParam Map<String, String> form,
            Model model,
            RedirectAttributes after) {
        List<String> asked = IntStream.range(0, OUTSIDE.size())
                .mapToObj(rank -> form.getOrDefault(field(rank), ""))
                .toList();
        List<String> named = asked.stream().filter(name -> !name.isEmpty()).toList();
        Set<ChannelName> order = new LinkedHashSet<>();
        named.forEach(name ->
                OUTSIDE.stream().filter(each -> each.name().equals(name)).forEach(order::add));
        boolean changed = order.size() == named.size()
                && chosen(customer, form.getOrDefault("language", "ko"), List.copyOf(order));
        if (!changed) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(frame, customer, asked, frame.words().word("portal.settings.channels.twice"), model);
        }
        return saved(frame, "portal.settings.channels.saved", after);
    }

    /** For everybody whom the mall knows the customer as: the next message is about any of their orders. */
    private boolean chosen(CustomerLogin customer, String language, List<ChannelName> order) {
        return people.behind(customer).stream()
                .map(each -> messages.changeChannels(each, customer.tenantId(), language, order, SOURCE))
                .reduce(true, Boolean::logicalAnd);
    }

    @PostMapping("/settings/consents")
    String consents(
            Frame frame,
            @AuthenticationPrincipal CustomerLogin customer,
            @RequestParam(defaultValue = "false") boolean advertising,
            @RequestParam(defaultValue = "false") boolean night,
            RedirectAttributes after) {
        consent(customer, Purpose.ADVERTISING, advertising);
        consent(customer, Purpose.ADVERTISING_AT_NIGHT, advertising && night);
        return saved(
                frame, advertising ? "portal.settings.consents.given" : "portal.settings.consents.withdrawn", after);
    }

    /** Only what changed is written down: the log of consents is evidence. */
    private void consent(CustomerLogin customer, Purpose purpose, boolean given) {
        for (PersonId each : people.behind(customer)) {
            if (isGiven(messages.preferences(each, customer.tenantId()), purpose) != given) {
                messages.changeConsent(each, customer.tenantId(), purpose, given, SOURCE);
            }
        }
    }

    private static String saved(Frame frame, String key, RedirectAttributes after) {
        String when = KoreanTime.moment(frame.now(), frame.now(), frame.words().locale());
        after.addFlashAttribute(
                "flash", new Frame.Flash(Tone.DONE, frame.words().word(key, when)));
        return "redirect:/settings";
    }

    private Preferences preferences(CustomerLogin customer) {
        return messages.preferences(customer.personId(), customer.tenantId());
    }

    private static boolean isGiven(Preferences preferences, Purpose purpose) {
        return preferences.consents().stream().anyMatch(each -> each.purpose() == purpose && each.given());
    }

    private static List<String> chosen(Preferences preferences) {
        return preferences.channels().stream()
                .filter(OUTSIDE::contains)
                .distinct()
                .map(Enum::name)
                .toList();
    }

    private String page(Frame frame, CustomerLogin customer, List<String> order, String error, Model model) {
        Words words = frame.words();
        Preferences preferences = preferences(customer);
        model.addAttribute("channels", channelFields(order, error, words));
        model.addAttribute(
                "language",
                Field.choice(
                                "language",
                                words.word("portal.settings.language"),
                                preferences.chosen() ? preferences.language() : words.lang(),
                                List.of(new Field.Option("ko", "한국어"), new Field.Option("en", "English")))
                        .needed());
        model.addAttribute("advertising", isGiven(preferences, Purpose.ADVERTISING));
        model.addAttribute("night", isGiven(preferences, Purpose.ADVERTISING_AT_NIGHT));
        model.addAttribute("consents", consentLines(preferences, frame));
        model.addAttribute("contact", contact(customer));
        model.addAttribute("looks", looks(customer, frame));
        String contact = customer.contact();
        model.addAttribute(
                "severalNames",
                contact != null
                        && people.namesakes(customer.tenantId(), contact).size() > 1);
        return "portal/settings";
    }

    private static String field(int rank) {
        return rank < CHOICES.size() ? CHOICES.get(rank) : "choice" + rank;
    }

    private static List<Field> channelFields(List<String> order, String error, Words words) {
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < OUTSIDE.size(); i++) {
            List<Field.Option> options = new ArrayList<>();
            options.add(new Field.Option("", words.word("portal.settings.channel.none")));
            OUTSIDE.forEach(channel -> options.add(new Field.Option(channel.name(), words.word(channel.label()))));
            String value = i < order.size() ? order.get(i) : "";
            String label = CHOICES.get(Math.min(i, CHOICES.size() - 1));
            fields.add(Field.choice(field(i), words.word("portal.settings.channel." + label), value, options)
                    .error(i == 0 ? error : ""));
        }
        return fields;
    }

    private static List<ConsentLine> consentLines(Preferences preferences, Frame frame) {
        return preferences.consents().stream()
                .map(each -> new ConsentLine(
                        frame.words().word("portal.settings.purpose." + each.purpose()),
                        each.given(),
                        KoreanTime.moment(each.at(), frame.now(), frame.words().locale())))
                .toList();
    }

    private List<String> contact(CustomerLogin customer) {
        var person = people.open(List.of(customer.personId())).get(customer.personId());
        return person == null
                ? List.of()
                : List.of(Masks.phone(person.phone()), Masks.email(person.email())).stream()
                        .filter(text -> !text.isEmpty())
                        .toList();
    }

    private List<LookLine> looks(CustomerLogin customer, Frame frame) {
        return people.behind(customer).stream()
                .flatMap(each -> people.accessesTo(each).stream())
                .sorted(Comparator.comparing(Access::at).reversed())
                .map(look -> new LookLine(
                        look.what(),
                        look.staffName(),
                        look.reason(),
                        KoreanTime.moment(look.at(), frame.now(), frame.words().locale())))
                .toList();
    }
}

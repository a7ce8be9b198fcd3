package kr.dochak.simulator.inquiry;

import java.util.List;
import java.util.Optional;
import kr.dochak.simulator.carriers.Books;
import kr.dochak.simulator.carriers.Carrier;
import kr.dochak.simulator.carriers.Scan;
import kr.dochak.simulator.inquiry.Moods.Mood;

/** Asks a carrier's window for a number, as well or badly as it behaves just now. */
public final class Inquiry {

    private final Books books;
    private final Moods moods;
    private final List<Window> windows =
            List.of(new Cj(), new Hanjin(), new Lotte(), new Epost(), new Logen(), new CoupangLs());

    public Inquiry(Books books, Moods moods) {
        this.books = books;
        this.moods = moods;
    }

    /** What this carrier answers; the caller shapes nothing any more. */
    public Saying ask(Source source, String number) {
        Window window = windows.stream()
                .filter(each -> each.source() == source)
                .findFirst()
                .orElseThrow();
        return answer(window, source, Carrier.ofId(source.id()), number);
    }

    /** The page on which people type a number, if the carrier lets us see it at all. */
    public Saying door(Source source, Saying page) {
        return broken(moods.meet(source)).orElse(page);
    }

    /** CJ's page: what is asked for afterwards needs its token and its cookie. */
    public Saying cjPage(String token) {
        return Saying.page(200, "배송조회 | CJ대한통운", """
                <form id="frmUnifiedParcel" action="/ko/tool/parcel/tracking-detail" method="post">
                  <input type="hidden" name="_csrf" value="%s">
                  <input type="text" name="paramInvcNo" maxlength="12">
                </form>""".formatted(token));
    }

    Saying answer(Window window, Source source, Carrier carrier, String number) {
        Mood mood = moods.meet(source);
        Optional<Saying> broken = broken(mood);
        if (broken.isPresent()) {
            return broken.get();
        }
        Saying saying = switch (mood.fault()) {
            case LIMITED -> window.limited();
            case ERROR_INSIDE -> window.failed();
            case CHANGED -> find(carrier, number, mood).map(window::changed).orElseGet(() -> window.notFound(number));
            default -> find(carrier, number, mood).map(window::found).orElseGet(() -> window.notFound(number));
        };
        return mood.fault() == Fault.SLOW ? saying.after(mood.slowSeconds()) : saying;
    }

    static Optional<Saying> broken(Mood mood) {
        return switch (mood.fault()) {
            case BLOCKED ->
                Optional.of(Saying.page(403, "Access Denied", "<h1>Access Denied</h1><p>비정상적인 접근이 감지되어 차단되었습니다.</p>"));
            case BAD_GATEWAY ->
                Optional.of(Saying.page(502, "502 Bad Gateway", "<center><h1>502 Bad Gateway</h1></center>"));
            default -> Optional.empty();
        };
    }

    private Optional<Told> find(Carrier carrier, String number, Mood mood) {
        return books.find(carrier, number.replaceAll("[\\s-]", ""))
                .map(Told::of)
                .map(told -> told.with(bent(mood, told.scans())));
    }

    private static List<Scan> bent(Mood mood, List<Scan> scans) {
        return Bending.bend(mood.fault(), scans);
    }
}

package kr.dochak.tracking.carriers;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.dochak.shared.CarrierId;
import kr.dochak.tracking.carriers.CodeTable.Meaning;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/**
 * A carrier's page for people, read as a table of rows. Pages change without notice: where the table is gone and nothing
 * shows that the number is unknown, the answer is broken, and never "nothing new".
 */
final class PageReader implements AnswerReader {

    /** What one carrier's page looks like. */
    enum Layout {
        HANJIN("kr.hanjin", "", "운송장이 등록되지 않", "<table>%s</table>"),
        EPOST(
                "kr.epost",
                "#processTable",
                "조회(하신|된)? (배송|우편)?.{0,20}(없습니다|않습니다)",
                "<table id=\"processTable\">%s</table>"),
        LOGEN("kr.logen", "", "조회 결과가 없", "<table>%s</table>"),
        COUPANG_LS(
                "kr.coupangls",
                ".tracking-detail",
                "(운송장|송장).{0,20}(없습니다|않습니다)",
                "<table class=\"tracking-detail\">%s</table>");

        private final String table;
        private final String frame;
        private final Pattern notFound;
        private final String outline;

        /** The frame is what holds the rows; where a page names none, any row that begins with a day is one. */
        Layout(String table, String frame, String notFound, String outline) {
            this.table = table;
            this.frame = frame;
            this.notFound = Pattern.compile(notFound);
            this.outline = outline;
        }
    }

    private static final int MOST_ROWS = 500;
    private static final Pattern DAY = Pattern.compile("\\d{4}[-./]\\d{2}[-./]\\d{2}");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}[-./]\\d{2}[-./]\\d{2}\\s+\\d{2}:\\d{2}(:\\d{2})?");
    private static final Pattern HOUR = Pattern.compile("\\d{2}:\\d{2}(:\\d{2})?");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm[:ss]");

    /** Cells of one row, separated. */
    private record Row(String when, List<String> rest) {}

    private final Layout layout;

    PageReader(Layout layout) {
        this.layout = layout;
    }

    @Override
    public CarrierAnswer read(CarrierId carrier, RawAnswer raw) {
        return Wire.refusal(raw).orElseGet(() -> read(raw.body()));
    }

    private CarrierAnswer read(String body) {
        Document page = Jsoup.parse(body);
        List<Row> rows = rows(page);
        if (!rows.isEmpty()) {
            Telling telling = new Telling();
            rows.forEach(row -> tell(row, telling));
            return telling.answer();
        }
        if (isNotFound(page)) {
            return new CarrierAnswer.NotFound();
        }
        return !layout.frame.isEmpty() && page.selectFirst(layout.frame) != null
                ? new CarrierAnswer.Found(List.of(), List.of())
                : Wire.notice(page.text() + page.title(), "no-table");
    }

    private boolean isNotFound(Document page) {
        return page.selectFirst(".empty") != null
                || layout.notFound.matcher(page.text()).find();
    }

    /** Found by tag and not by structure: a page that nests without end must not cost without end. */
    private List<Row> rows(Document page) {
        Element frame = layout.frame.isEmpty() ? page : page.selectFirst(layout.frame);
        if (frame == null) {
            return List.of();
        }
        return Stream.concat(frame.getElementsByTag("tr").stream(), frame.getElementsByTag("li").stream())
                .limit(MOST_ROWS)
                .map(row -> row.children().stream()
                        .map(Element::text)
                        .map(String::strip)
                        .toList())
                .filter(cells ->
                        cells.stream().anyMatch(cell -> DAY.matcher(cell).lookingAt()))
                .map(PageReader::row)
                .toList();
    }

    /** Date and time in one cell or in two; what is left is the place and what happened there. */
    private static Row row(List<String> cells) {
        String when = cells.stream()
                .filter(cell -> MOMENT.matcher(cell).lookingAt())
                .findFirst()
                .orElseGet(() -> first(cells, DAY) + " " + first(cells, HOUR));
        List<String> rest = cells.stream()
                .filter(cell ->
                        !DAY.matcher(cell).lookingAt() && !HOUR.matcher(cell).matches())
                .toList();
        return new Row(when, rest);
    }

    private static String first(List<String> cells, Pattern pattern) {
        return cells.stream()
                .filter(cell -> pattern.matcher(cell).lookingAt())
                .findFirst()
                .orElse("");
    }

    private void tell(Row row, Telling telling) {
        CodeTable table = CodeTable.of(layout.table);
        Instant at = Telling.moment(row.when.replaceAll("[./]", "-"), TIME);
        String place = row.rest.isEmpty() ? "" : row.rest.getFirst();
        String text = row.rest.stream().skip(1).collect(Collectors.joining(" ")).strip();
        // some pages set the status before the place
        boolean turned = row.rest.size() == 2
                && table.text(text).isEmpty()
                && table.text(place).isPresent();
        // what a page adds behind the status is for people: only where the status says nothing it is looked at
        Optional<Meaning> meaning = row.rest.size() > 2
                ? table.text(row.rest.get(1)).or(() -> table.text(text))
                : table.text(turned ? place : text);
        telling.row(meaning, "", at, turned ? text : place, turned ? place : text);
    }

    @Override
    public boolean knows(CarrierId carrier, String code, String text) {
        return CodeTable.of(layout.table).text(text).isPresent();
    }

    /** The table alone: sender and recipient stand outside of it. */
    @Override
    public RawAnswer withoutPersons(RawAnswer raw) {
        Document page = Jsoup.parse(raw.body());
        List<Row> rows = rows(page);
        if (raw.status() != 200 || rows.isEmpty()) {
            return new RawAnswer(raw.status(), AnswerOutline.outline(raw.body()));
        }
        return new RawAnswer(
                200,
                layout.outline.formatted(rows.stream().map(PageReader::outline).collect(Collectors.joining())));
    }

    private static String outline(Row row) {
        return "<tr><td>" + Entities.escape(row.when) + "</td>"
                + row.rest.stream()
                        .map(cell -> "<td>" + Entities.escape(Persons.mask(cell)) + "</td>")
                        .collect(Collectors.joining())
                + "</tr>";
    }
}

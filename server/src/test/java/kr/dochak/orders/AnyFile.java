package kr.dochak.orders;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** A file of orders as some spreadsheet might have written it, made by a seed, and what it truly says. */
final class AnyFile {

    private static final String T = "2026-11-22 14:05:00";
    private static final List<String> HEADINGS =
            List.of("주문번호", "주문일시", "주문자명", "주문자 휴대전화", "수령인", "우편번호", "주소", "상품명", "수량", "판매가", "주문 상태", "배송메시지");
    private static final List<String> WORDS = List.of("상품준비중", "결제완료", "배송중", "배송준비중");
    private static final String[][] PLACES = {
        {"06236", "서울 강남구, 테헤란로 152"}, {"48058", "부산 \"해운대구\" 센텀로 1"}, {"63309", "제주 제주시\n첨단로 242"}
    };

    /** An order that the file is about: its lines that stand, by name, and where it goes. */
    record Truth(String orderNo, Map<String, Integer> lines, boolean cancelled) {}

    final String name;
    final byte[] bytes;
    final List<Truth> orders;

    private final Random random;
    private final List<String[]> rows = new ArrayList<>();

    AnyFile(long seed, String prefix) {
        this.random = new Random(seed);
        this.orders = new ArrayList<>();
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            orders.add(order(prefix + i));
        }
        spoil();
        boolean workbook = random.nextBoolean();
        this.name = workbook ? "주문.xlsx" : "주문.csv";
        this.bytes = workbook ? xlsx() : csv();
    }

    private boolean rarely() {
        return random.nextInt(12) == 0;
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private Truth order(String orderNo) {
        String[] place = PLACES[random.nextInt(PLACES.length)];
        String person = any(List.of("김도착", "이두리", "박\u200B하나", "최 셋", "O'Brien"));
        String phone = any(List.of("010-1234-5678", "01012345678", "--", "+82 10-1234-5678", "없음"));
        String note = any(List.of("", "문 앞", "벨\n누르지 마세요"));
        boolean cancelled = rarely();
        Map<String, Integer> lines = new LinkedHashMap<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            int pieces = 1 + random.nextInt(5);
            String item = any(List.of("전기포트", "컵, 두 개", "수건 \"흰색\"", "사과 3kg")) + " " + i;
            boolean out = cancelled || (count > 1 && i > 0 && rarely());
            if (!out) {
                lines.put(item, pieces);
            }
            rows.add(new String[] {
                orderNo,
                T,
                person,
                phone,
                person,
                place[0],
                place[1],
                item,
                String.valueOf(pieces),
                "39000",
                out ? "취소완료" : any(WORDS),
                rarely() ? "경비실" : note
            });
        }
        return new Truth(orderNo, lines, cancelled);
    }

    /** What people and spreadsheets do to single cells and rows. */
    private void spoil() {
        for (int i = 0; i < rows.size(); i++) {
            String[] row = rows.get(i);
            if (rarely()) {
                row[random.nextInt(10)] = any(List.of("#N/A", "2.02611E+15", "########"));
            }
            if (rarely()) {
                row[1 + random.nextInt(9)] = any(List.of("", "달나라"));
            }
            if (rarely()) {
                row[10] = any(List.of("달나라", "입금전", "취소신청", "배송완료"));
            }
            if (rarely()) {
                row[5] = "63309"; // another recipient than the row above
            }
            if (rarely()) {
                rows.add(any(List.of(0, rows.size())), row.clone()); // apart, or twice
            }
        }
        if (rarely()) {
            Collections.shuffle(rows, random);
        }
        if (rarely()) {
            rows.add(new String[] {"", "", "", "", "", "", "", "합계", String.valueOf(rows.size()), "1000000", "", ""});
        }
    }

    private List<Integer> columns() {
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < HEADINGS.size(); i++) {
            columns.add(i);
        }
        Collections.shuffle(columns, random);
        if (rarely()) {
            columns.add(any(columns));
        }
        if (rarely()) {
            columns.remove(Integer.valueOf(10));
        }
        return columns;
    }

    private String heading(int column) {
        return HEADINGS.get(column) + any(List.of("", "", " ", "(KRW)", "*", "\n"));
    }

    private byte[] csv() {
        List<Integer> columns = columns();
        String separator = any(List.of(",", "\t", ";"));
        String end = any(List.of("\n", "\r\n"));
        StringBuilder text = new StringBuilder(rarely() ? "내려받은 주문 목록" + end + end : "");
        text.append(columns.stream().map(c -> quoted(heading(c), separator)).collect(Collectors.joining(separator)));
        for (String[] row : rows) {
            text.append(end)
                    .append(columns.stream()
                            .map(c -> quoted(wrapped(row[c]), separator))
                            .collect(Collectors.joining(separator)));
            text.append(rarely() ? end : "");
        }
        Charset charset = any(List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_8, StandardCharsets.UTF_16LE));
        String mark = charset == StandardCharsets.UTF_16LE || random.nextBoolean() ? "\uFEFF" : "";
        return (mark + text.append(end)).getBytes(charset);
    }

    private String wrapped(String cell) {
        return switch (random.nextInt(12)) {
            case 0 -> "=\"" + cell.replace("\"", "\"\"") + "\"";
            case 1 -> cell.isEmpty() || cell.endsWith("'") ? cell : "'" + cell;
            case 2 -> " " + cell + "\u00A0";
            default -> cell;
        };
    }

    private static String quoted(String cell, String separator) {
        return cell.contains(separator) || cell.contains("\"") || cell.contains("\n") || cell.contains("\r")
                ? "\"" + cell.replace("\"", "\"\"") + "\""
                : cell;
    }

    private byte[] xlsx() {
        List<Integer> columns = columns();
        Xlsx file = new Xlsx();
        if (rarely()) {
            file.row("내려받은 주문 목록");
        }
        file.row(columns.stream().map(this::heading).toArray(String[]::new));
        for (String[] row : rows) {
            file.row(columns.stream().map(c -> cell(c, row[c])).toArray(String[]::new));
        }
        return file.file();
    }

    private String cell(int column, String text) {
        if (text.startsWith("#N/A")) {
            return random.nextBoolean() ? Xlsx.error(text) : Xlsx.formula("VLOOKUP(A2,Z:Z,1,0)", "e", text);
        }
        if (column == 1 && text.equals(T) && random.nextBoolean()) {
            return Xlsx.date("46348.586805556");
        }
        if (text.matches("\\d{1,15}") && random.nextBoolean()) {
            return random.nextBoolean() ? Xlsx.number(text) : Xlsx.formula("A1", "", text);
        }
        return wrapped(text);
    }
}

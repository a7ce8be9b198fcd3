package kr.dochak.promise.windows;

import java.util.ArrayList;
import java.util.List;
import kr.dochak.promise.areas.feeds.AreaKind;
import kr.dochak.promise.areas.feeds.AreaLevel;
import kr.dochak.promise.windows.WindowBasis.CustomersDay;
import kr.dochak.promise.windows.WindowBasis.Departed;
import kr.dochak.promise.windows.WindowBasis.DepartureDefault;
import kr.dochak.promise.windows.WindowBasis.Lane;
import kr.dochak.promise.windows.WindowBasis.LaneDefault;
import kr.dochak.promise.windows.WindowBasis.Model;
import kr.dochak.promise.windows.WindowBasis.Moved;
import kr.dochak.promise.windows.WindowBasis.Other;
import kr.dochak.promise.windows.WindowBasis.Slot;
import kr.dochak.promise.windows.WindowBasis.Whose;

/**
 * A basis as its {@code jsonb} column: {@code ["LANE", "인천", "서울", 41]}, and a warning that moved it as one more element,
 * {@code ["MODEL", 7, 12408, ["SNOW", "WARNING", "강원", 9, 37]]}. Every scan reads one and the ledger writes one, so no
 * mapper stands between.
 */
public final class BasisColumn {

    private BasisColumn() {}

    public static String write(WindowBasis basis) {
        StringBuilder json = new StringBuilder(64);
        append(parts(basis), json);
        return json.toString();
    }

    private static List<Object> moved(Moved moved) {
        List<Object> parts = new ArrayList<>(parts(moved.ground()));
        parts.add(List.of(
                moved.kind().name(), moved.level().name(), moved.province(), moved.hours(), moved.deliveries()));
        return parts;
    }

    private static List<Object> parts(WindowBasis basis) {
        return switch (basis) {
            case Lane lane -> List.of("LANE", lane.origin(), lane.destination(), lane.deliveries());
            case LaneDefault lane -> List.of("LANE_DEFAULT", lane.origin(), lane.destination());
            case Model model -> List.of("MODEL", model.model(), model.deliveries());
            case Departed departed -> List.of("DEPARTED", departed.whose().name(), departed.parcels());
            case DepartureDefault _ -> List.of("DEPARTURE_DEFAULT");
            case Slot _ -> List.of("SLOT");
            case CustomersDay _ -> List.of("CUSTOMERS_DAY");
            case Moved moved -> moved(moved);
            case Other other -> List.of("OTHER", other.text());
        };
    }

    private static void append(Object part, StringBuilder json) {
        switch (part) {
            case String text -> quote(text, json);
            case List<?> parts -> {
                json.append('[');
                for (int i = 0; i < parts.size(); i++) {
                    append(parts.get(i), i == 0 ? json : json.append(','));
                }
                json.append(']');
            }
            default -> json.append(part);
        }
    }

    /** PostgreSQL stores no NUL; it becomes a blank. */
    private static void quote(String text, StringBuilder json) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c >= ' ' || c == 0) {
                json.append(c == 0 ? ' ' : c);
            } else {
                json.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            }
        }
        json.append('"');
    }

    /** What this version cannot read stays as it is, as {@link Other}. */
    public static WindowBasis read(String json) {
        try {
            return basis(new BasisJson(json).list());
        } catch (IllegalArgumentException | IndexOutOfBoundsException | ClassCastException e) {
            return new Other(json);
        }
    }

    private static WindowBasis basis(List<?> parts) {
        return parts.size() > 1 && parts.getLast() instanceof List<?> warning
                ? new Moved(
                        ground(parts),
                        AreaKind.valueOf(text(warning, 0)),
                        AreaLevel.valueOf(text(warning, 1)),
                        text(warning, 2),
                        number(warning, 3),
                        number(warning, 4))
                : ground(parts);
    }

    private static WindowBasis ground(List<?> parts) {
        return switch (text(parts, 0)) {
            case "LANE" -> new Lane(text(parts, 1), text(parts, 2), number(parts, 3));
            case "LANE_DEFAULT" -> new LaneDefault(text(parts, 1), text(parts, 2));
            case "MODEL" -> new Model(number(parts, 1), number(parts, 2));
            case "DEPARTED" -> new Departed(Whose.valueOf(text(parts, 1)), (Long) parts.get(2));
            case "DEPARTURE_DEFAULT" -> new DepartureDefault();
            case "SLOT" -> new Slot();
            case "CUSTOMERS_DAY" -> new CustomersDay();
            case "OTHER" -> new Other(text(parts, 1));
            default -> throw new IllegalArgumentException("another kind");
        };
    }

    private static String text(List<?> parts, int place) {
        return (String) parts.get(place);
    }

    private static int number(List<?> parts, int place) {
        return ((Long) parts.get(place)).intValue();
    }
}

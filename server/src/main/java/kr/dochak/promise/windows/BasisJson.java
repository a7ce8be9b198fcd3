package kr.dochak.promise.windows;

import java.util.ArrayList;
import java.util.List;

/** Reads a JSON array of texts, whole numbers and such arrays, and no other JSON. */
final class BasisJson {

    private final String json;
    private int at;

    BasisJson(String json) {
        this.json = json;
    }

    /** Throws {@link IllegalArgumentException} or {@link IndexOutOfBoundsException} where it is something else. */
    List<Object> list() {
        take('[');
        List<Object> parts = new ArrayList<>(4);
        while (next() != ']') {
            if (!parts.isEmpty()) {
                take(',');
            }
            parts.add(part());
        }
        at++;
        return parts;
    }

    private Object part() {
        return switch (next()) {
            case '"' -> text();
            case '[' -> list();
            default -> number();
        };
    }

    private long number() {
        int from = at;
        while (json.charAt(at) == '-' || Character.isDigit(json.charAt(at))) {
            at++;
        }
        return Long.parseLong(json, from, at, 10);
    }

    private String text() {
        int from = ++at;
        while (json.charAt(at) != '"' && json.charAt(at) != '\\') {
            at++;
        }
        if (json.charAt(at) == '"') {
            return json.substring(from, at++);
        }
        StringBuilder text = new StringBuilder(json.substring(from, at));
        while (json.charAt(at) != '"') {
            text.append(json.charAt(at) == '\\' ? escaped() : json.charAt(at));
            at++;
        }
        at++;
        return text.toString();
    }

    private char escaped() {
        char kind = json.charAt(++at);
        return switch (kind) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> {
                at += 4;
                yield (char) Integer.parseInt(json, at - 3, at + 1, 16);
            }
            default -> kind;
        };
    }

    private char next() {
        while (json.charAt(at) == ' ') {
            at++;
        }
        return json.charAt(at);
    }

    private void take(char expected) {
        if (next() != expected) {
            throw new IllegalArgumentException("no " + expected);
        }
        at++;
    }
}

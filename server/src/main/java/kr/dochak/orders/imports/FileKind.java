package kr.dochak.orders.imports;

import java.util.Map;
import kr.dochak.sheets.SheetMapping;

/**
 * A kind of file that is understood.
 *
 * @param name what it is named by when a file is brought
 * @param title what people call it, by language
 */
public record FileKind(String name, Map<String, String> title) {

    static FileKind of(SheetMapping mapping) {
        return new FileKind(mapping.name(), mapping.title());
    }

    /** What people call it in a language; its name when nobody gave it a title. */
    public String titleIn(String language) {
        return title.getOrDefault(language, title.getOrDefault("ko", name));
    }
}

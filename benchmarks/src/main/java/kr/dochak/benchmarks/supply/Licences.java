package kr.dochak.benchmarks.supply;

import java.io.IOException;
import java.util.List;

/** Lists what the server is made of, each part with its licence; a part without one is an error. */
public final class Licences {

    private Licences() {}

    public static void main(String[] arguments) throws IOException {
        List<Part> parts = Part.all();
        int width = parts.stream()
                .mapToInt(part -> part.name().length() + part.version().length() + 1)
                .max()
                .orElse(0);
        parts.forEach(part -> System.out.println(("%-" + width + "s  %s")
                .formatted(part.name() + " " + part.version(), String.join(", ", part.licences()))));
        List<Part> without =
                parts.stream().filter(part -> part.licences().isEmpty()).toList();
        System.out.println(parts.size() + " parts, " + without.size() + " without a licence");
        if (!without.isEmpty()) {
            System.exit(1);
        }
    }
}

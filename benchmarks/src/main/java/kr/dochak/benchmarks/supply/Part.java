package kr.dochak.benchmarks.supply;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A part of the server as its bill of materials names it (CycloneDX, made by the build).
 *
 * @param purl how the whole world calls it: {@code pkg:maven/group/name@version?type=jar}
 */
record Part(String purl, String name, String version, List<String> licences) {

    private static final String BILL = "/META-INF/sbom/application.cdx.json";

    /** All parts, by name; throws when the server was built without its bill. */
    static List<Part> all() throws IOException {
        try (InputStream bill = Part.class.getResourceAsStream(BILL)) {
            if (bill == null) {
                throw new IOException("the server was built without its bill of materials (" + BILL + ")");
            }
            return of(JsonMapper.shared().readTree(bill));
        }
    }

    static List<Part> of(JsonNode bill) {
        List<Part> parts = new ArrayList<>();
        for (JsonNode component : bill.path("components")) {
            String purl = component.path("purl").asString("");
            if (!purl.startsWith("pkg:maven/kr.dochak/")) {
                parts.add(new Part(
                        purl,
                        component.path("group").asString("") + ":"
                                + component.path("name").asString(""),
                        component.path("version").asString(""),
                        licences(component)));
            }
        }
        parts.sort(Comparator.comparing(Part::name));
        return parts;
    }

    private static List<String> licences(JsonNode component) {
        List<String> licences = new ArrayList<>();
        for (JsonNode each : component.path("licenses")) {
            JsonNode licence = each.path("license");
            String id = licence.path("id")
                    .asString(licence.path("name")
                            .asString(each.path("expression").asString("")));
            if (!id.isEmpty()) {
                licences.add(id);
            }
        }
        return licences;
    }
}

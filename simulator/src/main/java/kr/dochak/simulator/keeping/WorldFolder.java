package kr.dochak.simulator.keeping;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.dochak.simulator.wire.Json;
import kr.dochak.simulator.world.Deed;
import tools.jackson.databind.JsonNode;

/**
 * A folder that keeps a world: what it was born with, how far the server knows it, and each deed by hand as it is done.
 * The first two are replaced together and at once; of the deeds a line that a kill cut off is no deed.
 */
public final class WorldFolder {

    private static final String BIRTH = "world.json";
    private static final String DEEDS = "deeds.jsonl";

    private final Path folder;

    public WorldFolder(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything of a world. */
    public record Kept(Birth birth, Mark mark, List<Deed> deeds) {}

    public Path file(String name) {
        return folder.resolve(name);
    }

    public synchronized void write(Birth birth, Mark mark) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("born", birth.at().toString());
        json.put("seed", birth.seed());
        json.put("ordersPerDay", birth.ordersPerDay());
        json.put("quietDays", birth.quietDays());
        json.put("storms", birth.storms());
        json.put("incidents", birth.incidents());
        json.put("knownUntil", mark.at().toString());
        json.put("deeds", mark.deeds());
        json.put("sum", mark.sum());
        try {
            Path next = file(BIRTH + ".next");
            Files.writeString(next, Json.write(json));
            Files.move(next, file(BIRTH), ATOMIC_MOVE, REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public synchronized void add(Deed deed) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("at", deed.at().toString());
        json.put("act", deed.act());
        json.put("with", deed.with());
        try {
            Files.writeString(file(DEEDS), Json.write(json) + "\n", CREATE, APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets deeds that never happened: all but the first so many. */
    public synchronized void keepDeeds(int first) {
        try {
            List<Deed> deeds = deeds();
            if (first < deeds.size()) {
                Files.move(file(DEEDS), file(DEEDS + ".before"), REPLACE_EXISTING);
                deeds.subList(0, first).forEach(this::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public synchronized Optional<Kept> read() {
        if (!Files.exists(file(BIRTH))) {
            return Optional.empty();
        }
        try {
            JsonNode json = Json.read(Files.readString(file(BIRTH)));
            Birth birth = new Birth(
                    LocalDateTime.parse(json.path("born").asString()),
                    json.path("seed").asLong(),
                    json.path("ordersPerDay").asInt(),
                    json.path("quietDays").asInt(0),
                    json.path("storms").asDouble(),
                    json.path("incidents").asDouble());
            Mark mark = new Mark(
                    LocalDateTime.parse(json.path("knownUntil").asString()),
                    json.path("deeds").asInt(),
                    json.path("sum").asLong());
            return Optional.of(new Kept(birth, mark, deeds()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Deed> deeds() throws IOException {
        List<Deed> deeds = new ArrayList<>();
        String all = Files.exists(file(DEEDS)) ? Files.readString(file(DEEDS)) : "";
        int whole = all.lastIndexOf('\n') + 1;
        for (String line : all.substring(0, whole).lines().toList()) {
            deeds.add(deed(Json.read(line)));
        }
        if (whole < all.length()) {
            Files.writeString(file(DEEDS), all.substring(0, whole));
        }
        return deeds;
    }

    private static Deed deed(JsonNode json) {
        Map<String, String> with = new LinkedHashMap<>();
        json.path("with")
                .properties()
                .forEach(each -> with.put(each.getKey(), each.getValue().asString("")));
        return new Deed(
                LocalDateTime.parse(json.path("at").asString()),
                json.path("act").asString(""),
                with);
    }

    /** Puts a world aside that this version cannot live again. */
    public synchronized void putAside() {
        for (String name : List.of(BIRTH, DEEDS)) {
            try {
                if (Files.exists(file(name))) {
                    Files.move(file(name), file(name + ".before"), REPLACE_EXISTING);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

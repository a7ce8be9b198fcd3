package kr.dochak.orders.imports;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kr.dochak.shared.CsvTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The one table of what malls call the state of an order, and what it is for us (ORD-1): {@code order-states.csv}, and the
 * company's own rows in a file of that name beside its mappings. A word that is not in it is never guessed.
 */
@Component
@EnableConfigurationProperties(ImportSettings.class)
class OrderStates {

    private static final Logger log = LoggerFactory.getLogger(OrderStates.class);
    private static final String FILE = "order-states.csv";

    /** A row of the table. */
    record Word(String kind, String word, RowState state, String source) {}

    /** The table as it was when an import began. */
    record Table(Map<String, Word> byWord) {

        Optional<RowState> of(String kind, String word) {
            return Optional.ofNullable(byWord.get(key(kind, word))).map(Word::state);
        }

        List<Word> rows() {
            return List.copyOf(byWord.values());
        }
    }

    private final Path own;

    OrderStates(ImportSettings settings) {
        this.own = settings.data().resolve("mappings").resolve(FILE);
    }

    /** Read each time: a company adds its words while the server runs. */
    Table table() {
        Map<String, Word> byWord = new LinkedHashMap<>();
        Stream.concat(CsvTable.rows("/mappings/" + FILE).stream(), ownRows().stream())
                .map(OrderStates::word)
                .forEach(word -> byWord.put(key(word.kind(), word.word()), word));
        return new Table(byWord);
    }

    private List<NamedCsvRecord> ownRows() {
        if (!Files.isRegularFile(own)) {
            return List.of();
        }
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(own)) {
            List<NamedCsvRecord> rows = reader.stream().toList();
            rows.forEach(OrderStates::word);
            return rows;
        } catch (IOException | RuntimeException e) {
            log.warn("the company's table of states cannot be used: {}", e.getMessage());
            return List.of();
        }
    }

    private static Word word(NamedCsvRecord row) {
        return new Word(
                row.getField("kind").strip(),
                row.getField("word").strip(),
                RowState.valueOf(row.getField("state").strip()),
                row.findField("source").orElse("").strip());
    }

    /** Spaces, case, brackets and what stands behind a dash do not matter: {@code 입금전 취소 - 관리자}. */
    private static String key(String kind, String word) {
        String plain = Normalizer.normalize(word, Normalizer.Form.NFKC)
                .replaceAll("\\s[-–].*", "")
                .replaceAll("\\([^)]*\\)|[\\s_]", "");
        return kind + ":" + plain.toLowerCase(Locale.ROOT);
    }
}

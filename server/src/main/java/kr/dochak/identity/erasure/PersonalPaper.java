package kr.dochak.identity.erasure;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.NoSuchMessageException;

/** Sets a copy of somebody's data for reading: a heading for each module, a table for each thing in it. */
final class PersonalPaper {

    private static final String FONT = "/fonts/Pretendard-Regular.ttf";
    private static final String STYLE = """
            @page { size: A4; margin: 20mm 16mm; @bottom-right { content: counter(page) ' / ' counter(pages); font-size: 8pt } }
            body { font-family: Pretendard; font-size: 9.5pt; line-height: 1.5; color: #1b1b1f; word-wrap: break-word }
            h1 { font-size: 17pt; margin: 0 0 2mm; font-weight: normal }
            h2 { font-size: 12.5pt; margin: 8mm 0 2mm; font-weight: normal; border-bottom: 0.5pt solid #888 }
            h3 { font-size: 10.5pt; margin: 4mm 0 1mm; font-weight: normal; color: #444 }
            table { width: 100%; border-collapse: collapse; margin: 0 0 3mm; page-break-inside: avoid }
            td { padding: 1mm 2mm; vertical-align: top; border-bottom: 0.3pt solid #ddd }
            td.name { width: 32%; color: #666 }
            """;

    private final XMLStreamWriter page;
    private final Words words;

    private PersonalPaper(XMLStreamWriter page, Words words) {
        this.page = page;
        this.words = words;
    }

    static byte[] pdf(PersonalCopy copy, Words words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .useFont(PersonalPaper::font, "Pretendard")
                    .withHtmlContent(html(copy, words), null)
                    .useFastMode()
                    .toStream(out)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException("a copy could not be set", e);
        }
        return out.toByteArray();
    }

    private static InputStream font() {
        InputStream font = PersonalPaper.class.getResourceAsStream(FONT);
        if (font == null) {
            throw new IllegalStateException("no font " + FONT);
        }
        return font;
    }

    static String html(PersonalCopy copy, Words words) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter page = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new PersonalPaper(page, words).write(copy);
            page.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a copy could not be set", e);
        }
        return text.toString();
    }

    private void write(PersonalCopy copy) throws XMLStreamException {
        page.writeStartElement("html");
        page.writeStartElement("head");
        element("title", words.word("identity.copy.title"));
        element("style", STYLE);
        page.writeEndElement();
        page.writeStartElement("body");
        element("h1", words.word("identity.copy.title"));
        element("p", words.word("identity.copy.made", KoreanTime.moment(copy.at(), copy.at(), words.locale())));
        for (Map.Entry<String, Object> part : copy.content().entrySet()) {
            element("h2", label(part.getKey()));
            value(part.getValue());
        }
        page.writeEndElement();
        page.writeEndElement();
    }

    private void value(@Nullable Object value) throws XMLStreamException {
        switch (value) {
            case Map<?, ?> map -> map(map);
            case List<?> list -> {
                if (list.isEmpty()) {
                    element("p", words.word("identity.copy.none"));
                }
                for (Object each : list) {
                    value(each);
                }
            }
            case null -> element("p", "–");
            default -> element("p", value.toString());
        }
    }

    /** Plain values in one table, then what has parts of its own under its name. */
    private void map(Map<?, ?> map) throws XMLStreamException {
        if (map.values().stream().anyMatch(PersonalPaper::isPlain)) {
            page.writeStartElement("table");
            for (Map.Entry<?, ?> each : map.entrySet()) {
                if (isPlain(each.getValue())) {
                    row(
                            label(String.valueOf(each.getKey())),
                            each.getValue() == null ? "–" : each.getValue().toString());
                }
            }
            page.writeEndElement();
        }
        for (Map.Entry<?, ?> each : map.entrySet()) {
            if (!isPlain(each.getValue())) {
                element("h3", label(String.valueOf(each.getKey())));
                value(each.getValue());
            }
        }
    }

    private static boolean isPlain(@Nullable Object value) {
        return !(value instanceof Map) && !(value instanceof List);
    }

    private void row(String name, String value) throws XMLStreamException {
        page.writeStartElement("tr");
        page.writeStartElement("td");
        page.writeAttribute("class", "name");
        page.writeCharacters(clean(name));
        page.writeEndElement();
        element("td", value);
        page.writeEndElement();
    }

    private void element(String name, String text) throws XMLStreamException {
        page.writeStartElement(name);
        page.writeCharacters(clean(text));
        page.writeEndElement();
    }

    /** What XML cannot hold is left out; people type such things by accident. */
    private static String clean(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
    }

    private String label(String name) {
        try {
            return words.word("identity.copy." + name);
        } catch (NoSuchMessageException unnamed) {
            return name;
        }
    }
}

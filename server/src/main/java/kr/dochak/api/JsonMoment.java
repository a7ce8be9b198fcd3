package kr.dochak.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import kr.dochak.shared.Seoul;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * A moment of a request: ISO 8601 with an offset, {@code +09:00} or {@code +0900}. A number is none, since nobody knows
 * whether it counts seconds or thousandths of them.
 */
public class JsonMoment extends StdScalarDeserializer<OffsetDateTime> {

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter(Locale.ROOT);

    /** Also a day, which is its beginning in Korea. */
    public static final class OrDay extends JsonMoment {

        @Override
        @Nullable LocalTime without() {
            return LocalTime.MIDNIGHT;
        }
    }

    /** Also a day, which is its end in Korea: what is promised for a day is promised for all of it. */
    public static final class OrEndOfDay extends JsonMoment {

        @Override
        @Nullable LocalTime without() {
            return LocalTime.of(23, 59, 59);
        }
    }

    JsonMoment() {
        super(OffsetDateTime.class);
    }

    /** The time of day that a day alone stands for; null where a day is no moment. */
    @Nullable LocalTime without() {
        return null;
    }

    @Override
    public @Nullable OffsetDateTime deserialize(JsonParser json, DeserializationContext context) {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            return (OffsetDateTime) context.handleUnexpectedToken(OffsetDateTime.class, json);
        }
        String text = json.getString().strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            LocalTime without = without();
            return without != null && text.length() == 10
                    ? LocalDate.parse(text).atTime(without).atZone(Seoul.ZONE).toOffsetDateTime()
                    : OffsetDateTime.parse(text, ISO).withOffsetSameInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return (OffsetDateTime) context.handleWeirdStringValue(OffsetDateTime.class, text, "no moment");
        }
    }
}

package kr.dochak.simulator.vendors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kr.dochak.simulator.korea.KoreanTime;
import kr.dochak.simulator.malls.Customer;
import kr.dochak.simulator.wire.Json;
import org.jspecify.annotations.Nullable;

/** Everything customers received, on all channels, oldest first. */
public final class Inbox {

    private static final int KEPT = 50_000;

    private final Supplier<LocalDateTime> now;
    private final Consumer<Message> reader;
    private final List<Message> messages = new ArrayList<>();
    private @Nullable Path file;

    public Inbox(Supplier<LocalDateTime> now, Consumer<Message> reader) {
        this.now = now;
        this.reader = reader;
    }

    /** Takes up what was received before, and writes down in that file what comes from now on; a line cut off by a kill is none. */
    public void keepIn(Path kept) {
        synchronized (messages) {
            try {
                List<String> lines = Files.exists(kept) ? Files.readAllLines(kept) : List.of();
                lines.subList(Math.max(0, lines.size() - KEPT), lines.size()).stream()
                        .map(Json::read)
                        .filter(line -> line.path("at").isString())
                        .map(Message::of)
                        .forEach(messages::add);
                StringBuilder all = new StringBuilder();
                messages.forEach(
                        message -> all.append(Json.write(message.json())).append('\n'));
                Files.writeString(kept, all);
                file = kept;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void write(Message message) {
        if (file != null) {
            try {
                Files.writeString(file, Json.write(message.json()) + "\n", StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    String now() {
        return KoreanTime.iso(now.get());
    }

    void receive(Message message) {
        synchronized (messages) {
            messages.add(message);
            write(message);
            if (messages.size() > KEPT) {
                messages.removeFirst();
            }
        }
        reader.accept(message);
    }

    /** Newest first; a phone or an e-mail narrows it down. */
    public List<Message> messages(@Nullable String phone, @Nullable String email, int most) {
        synchronized (messages) {
            return messages.reversed().stream()
                    .filter(message -> phone == null || phone.isBlank() || isTo(message, phone))
                    .filter(message ->
                            email == null || email.isBlank() || message.to().equalsIgnoreCase(email))
                    .limit(most)
                    .toList();
        }
    }

    private static boolean isTo(Message message, String phone) {
        return Customer.digits(message.to()).equals(Customer.digits(phone))
                && !message.to().contains("@");
    }
}

package kr.dochak.simulator.vendors;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kr.dochak.simulator.korea.KoreanTime;
import kr.dochak.simulator.malls.Customer;
import org.jspecify.annotations.Nullable;

/** Everything customers received, on all channels, oldest first. */
public final class Inbox {

    private static final int KEPT = 50_000;

    private final Supplier<LocalDateTime> now;
    private final Consumer<Message> reader;
    private final List<Message> messages = new ArrayList<>();

    public Inbox(Supplier<LocalDateTime> now, Consumer<Message> reader) {
        this.now = now;
        this.reader = reader;
    }

    String now() {
        return KoreanTime.iso(now.get());
    }

    void receive(Message message) {
        synchronized (messages) {
            messages.add(message);
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

package kr.dochak.simulator.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import kr.dochak.simulator.vendors.Inbox;
import kr.dochak.simulator.vendors.Message;

/** Pages for people: the control desk and everybody's phone. They fetch what they show. */
public record PageRoutes(Inbox inbox, VendorRoutes vendors) {

    public void addTo(Web web) {
        web.on("GET", "/", request -> Web.Reply.html(page("control.html")));
        web.on("GET", "/phone", request -> Web.Reply.html(page("phone.html")));
        web.on("GET", "/vendor/messages", this::messages);
    }

    private Web.Reply messages(Request request) {
        vendors.mailbox().collect();
        String limit = request.name("limit");
        int most = limit.matches("\\d{1,6}") ? Integer.parseInt(limit) : 200;
        return Web.Reply.json(inbox.messages(request.name("phone"), request.name("email"), most).stream()
                .map(Message::json)
                .toList());
    }

    private static String page(String name) {
        try (InputStream page = PageRoutes.class.getResourceAsStream("/pages/" + name)) {
            return new String(Objects.requireNonNull(page).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

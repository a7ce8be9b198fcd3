package kr.dochak.simulator.control;

import java.util.List;
import java.util.Map;
import kr.dochak.simulator.vendors.Alimtalk;
import kr.dochak.simulator.vendors.Mailbox;
import kr.dochak.simulator.vendors.Mood;
import kr.dochak.simulator.vendors.Results;
import kr.dochak.simulator.vendors.Rooms;
import kr.dochak.simulator.vendors.Sms;

/** The vendors' addresses, and the switches that make them misbehave. */
public record VendorRoutes(
        Alimtalk alimtalk, Sms sms, Results ofAlimtalk, Results ofSms, Mailbox mailbox, Rooms rooms) {

    private static final String ALIMTALK = "/alimtalk/v2.3/appkeys/{appKey}";
    private static final String SMS = "/sms/v3.0/appKeys/{appKey}/sender";

    public void addTo(Web web) {
        web.on("POST", ALIMTALK + "/messages", this::alimtalk);
        web.on("POST", ALIMTALK + "/raw-messages", this::alimtalk);
        web.on(
                "POST",
                ALIMTALK + "/senders/{senderKey}/templates",
                request -> Web.Reply.json(alimtalk.upload(request.body())));
        for (String messages : List.of("/messages", "/raw-messages")) {
            web.on("GET", ALIMTALK + messages, request -> Web.Reply.json(alimtalk.list(asking(request), key(request))));
        }
        for (String messages : List.of("/sms", "/mms")) {
            web.on("GET", SMS + messages, request -> Web.Reply.json(sms.list(asking(request), key(request))));
        }
        web.on("POST", SMS + "/sms", request -> Web.Reply.json(sms.send(asking(request), false, request.body())));
        web.on("POST", SMS + "/mms", request -> Web.Reply.json(sms.send(asking(request), true, request.body())));
        web.on(
                "POST",
                "/services/{team}/{app}/{room}",
                request -> room(rooms.slack(request.name("room"), request.body())));
        web.on("POST", "/bots/hook/{room}", request -> room(rooms.kakaoWork(request.name("room"), request.body())));
        web.on("POST", "/control/vendors/alimtalk", request -> become(ofAlimtalk, request));
        web.on("POST", "/control/vendors/sms", request -> become(ofSms, request));
        web.on("POST", "/control/vendors/smtp", this::smtp);
    }

    private static Web.Reply room(Rooms.Answer answer) {
        return new Web.Reply(answer.status(), "text/plain;charset=UTF-8", answer.body());
    }

    private Web.Reply alimtalk(Request request) {
        return Web.Reply.json(alimtalk.send(asking(request), request.body()));
    }

    private static String key(Request request) {
        return request.name("recipientGroupingKey");
    }

    private static Alimtalk.Asking asking(Request request) {
        return new Alimtalk.Asking(
                request.name("appKey"), request.header("X-Secret-Key"), request.header("X-NC-API-IDEMPOTENCY-KEY"));
    }

    private Web.Reply become(Results results, Request request) {
        String mood = request.text("mood");
        results.become(Mood.of(mood == null ? "normal" : mood), (int) request.number("minutes", 10));
        return Web.Reply.json(json());
    }

    private Web.Reply smtp(Request request) {
        if (request.isTrue("down", false)) {
            mailbox.close();
        } else {
            mailbox.open();
        }
        return Web.Reply.json(json());
    }

    Map<String, Object> json() {
        return Map.of(
                "alimtalk", ofAlimtalk.mood().name().toLowerCase(java.util.Locale.ROOT),
                "sms", ofSms.mood().name().toLowerCase(java.util.Locale.ROOT),
                "smtp", mailbox.isOpen() ? "up" : "down");
    }
}

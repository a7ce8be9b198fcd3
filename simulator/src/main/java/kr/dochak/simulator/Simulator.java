package kr.dochak.simulator;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.concurrent.Executor;
import kr.dochak.simulator.areas.PublicServices;
import kr.dochak.simulator.control.AreaRoutes;
import kr.dochak.simulator.control.CarrierRoutes;
import kr.dochak.simulator.control.ControlRoutes;
import kr.dochak.simulator.control.PageRoutes;
import kr.dochak.simulator.control.VendorRoutes;
import kr.dochak.simulator.control.Web;
import kr.dochak.simulator.history.Errands;
import kr.dochak.simulator.history.History;
import kr.dochak.simulator.history.Receiver;
import kr.dochak.simulator.history.Script;
import kr.dochak.simulator.inquiry.Aggregators;
import kr.dochak.simulator.inquiry.Callbacks;
import kr.dochak.simulator.inquiry.Inquiry;
import kr.dochak.simulator.inquiry.Moods;
import kr.dochak.simulator.korea.KoreanTime;
import kr.dochak.simulator.people.Visitors;
import kr.dochak.simulator.staff.Staff;
import kr.dochak.simulator.vendors.Alimtalk;
import kr.dochak.simulator.vendors.Inbox;
import kr.dochak.simulator.vendors.Mailbox;
import kr.dochak.simulator.vendors.Results;
import kr.dochak.simulator.vendors.Rooms;
import kr.dochak.simulator.vendors.Sms;
import kr.dochak.simulator.wire.ServerApi;

/** Starts the small Korea. */
public final class Simulator {

    private static final String UNTIL = "DOCHAK_SIM_HISTORY_UNTIL";

    private Simulator() {}

    public static void main(String[] arguments) throws IOException {
        start(Settings.of(System.getenv(), arguments));
    }

    static Web start(Settings settings) throws IOException {
        String server = settings.text("DOCHAK_URL");
        boolean past = !settings.text(UNTIL).isBlank();
        Korea korea = new Korea(settings, new ServerApi(server));
        // in the past a visit takes place at its moment and nowhere else, so that the same seed makes the same history
        Executor visits = past ? Runnable::run : visit -> Thread.ofVirtual().start(visit);
        Visitors visitors = new Visitors(server, settings.seed(), korea::later, visits, past);
        Inbox inbox = new Inbox(korea::now, visitors::receive);
        korea.folder().ifPresent(folder -> inbox.keepIn(folder.file("messages.jsonl")));
        inbox.messages(null, null, Integer.MAX_VALUE).forEach(visitors::remember);
        VendorRoutes vendors = vendors(settings, korea, inbox);
        Web web = new Web(settings.text("DOCHAK_SIM_BIND"), settings.number("DOCHAK_SIM_PORT"));
        vendors.addTo(web);
        Moods moods = new Moods(korea::now);
        carriers(settings, korea, moods).addTo(web);
        PublicServices services =
                new PublicServices(korea.storms(), korea::now, settings.text("DOCHAK_SIM_PUBLIC_KEY"));
        new AreaRoutes(korea, services).addTo(web);
        new ControlRoutes(korea, vendors, visitors, moods).addTo(web);
        new PageRoutes(inbox, vendors).addTo(web);
        Receiver receiver = new Receiver("http://127.0.0.1:" + settings.number("DOCHAK_SIM_PORT"), settings.seed());
        receiver.addTo(web);
        web.start();
        Staff staff = new Staff(server, settings.text("DOCHAK_DEMO_PASSWORD"), settings.seed(), past);
        if (past) {
            live(settings, korea, staff, vendors, inbox, receiver);
        } else {
            receiver.refuse(Receiver.OLD);
            korea.start();
            if (Boolean.parseBoolean(settings.text("DOCHAK_SIM_STAFF"))) {
                staff.start(korea.clock()::now);
            }
        }
        return web;
    }

    /** Lives the weeks before the demo and ends. */
    private static void live(
            Settings settings, Korea korea, Staff staff, VendorRoutes vendors, Inbox inbox, Receiver receiver) {
        LocalDateTime end = KoreanTime.parse(settings.text(UNTIL));
        String key = settings.keys().getOrDefault("rainbow", "");
        Errands errands = new Errands(
                korea::now, inbox, settings.text("DOCHAK_URL"), key, settings.text("DOCHAK_DEMO_PASSWORD"), receiver);
        vendors.ofAlimtalk().hurry();
        vendors.ofSms().hurry();
        korea.open();
        History history = new History(
                korea,
                staff,
                new Script(end, korea, errands),
                () -> vendors.ofAlimtalk().isThrough() && vendors.ofSms().isThrough());
        System.exit(history.liveUntil(end) ? 0 : 1);
    }

    private static CarrierRoutes carriers(Settings settings, Korea korea, Moods moods) {
        String secret = settings.text("DOCHAK_SIM_SWEETTRACKER_SECRET");
        Inquiry inquiry = new Inquiry(korea.books(), moods);
        Callbacks callbacks = new Callbacks(korea.books(), korea::now, korea::later, secret);
        Aggregators.Keys keys = new Aggregators.Keys(
                settings.text("DOCHAK_SIM_SWEETTRACKER_KEY"), settings.text("DOCHAK_SIM_TRACKER_KEY"));
        return new CarrierRoutes(
                korea::catchUp, inquiry, new Aggregators(inquiry, moods, callbacks, korea::now, keys), moods);
    }

    private static VendorRoutes vendors(Settings settings, Korea korea, Inbox inbox) {
        String appKey = settings.text("DOCHAK_VENDOR_APP_KEY");
        String secret = settings.text("DOCHAK_VENDOR_SECRET");
        Results ofAlimtalk = new Results("/hooks/nhn/alimtalk", korea::hook, korea::later);
        Results ofSms = new Results("/hooks/nhn/sms", korea::hook, korea::later);
        Alimtalk alimtalk = new Alimtalk(appKey, secret, inbox, ofAlimtalk);
        Mailbox mailbox = new Mailbox(settings.number("DOCHAK_SIM_SMTP_PORT"), inbox);
        Thread.ofVirtual().name("mailbox").start(mailbox::serve);
        return new VendorRoutes(
                alimtalk, new Sms(appKey, secret, inbox, ofSms), ofAlimtalk, ofSms, mailbox, new Rooms(inbox));
    }
}

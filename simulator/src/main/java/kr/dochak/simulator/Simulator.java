package kr.dochak.simulator;

import java.io.IOException;
import kr.dochak.simulator.areas.PublicServices;
import kr.dochak.simulator.control.AreaRoutes;
import kr.dochak.simulator.control.CarrierRoutes;
import kr.dochak.simulator.control.ControlRoutes;
import kr.dochak.simulator.control.PageRoutes;
import kr.dochak.simulator.control.VendorRoutes;
import kr.dochak.simulator.control.Web;
import kr.dochak.simulator.inquiry.Aggregators;
import kr.dochak.simulator.inquiry.Callbacks;
import kr.dochak.simulator.inquiry.Inquiry;
import kr.dochak.simulator.inquiry.Moods;
import kr.dochak.simulator.people.Visitors;
import kr.dochak.simulator.vendors.Alimtalk;
import kr.dochak.simulator.vendors.Inbox;
import kr.dochak.simulator.vendors.Mailbox;
import kr.dochak.simulator.vendors.Results;
import kr.dochak.simulator.vendors.Rooms;
import kr.dochak.simulator.vendors.Sms;
import kr.dochak.simulator.wire.ServerApi;

/** Starts the small Korea. */
public final class Simulator {

    private Simulator() {}

    public static void main(String[] arguments) throws IOException {
        start(Settings.of(System.getenv(), arguments));
    }

    static Web start(Settings settings) throws IOException {
        String server = settings.text("DOCHAK_URL");
        Korea korea = new Korea(settings, new ServerApi(server));
        Visitors visitors = new Visitors(server, settings.seed(), korea::later);
        Inbox inbox = new Inbox(korea::now, visitors::receive);
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
        web.start();
        korea.start();
        return web;
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

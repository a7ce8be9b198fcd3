package kr.dochak.simulator;

import java.io.IOException;
import kr.dochak.simulator.control.ControlRoutes;
import kr.dochak.simulator.control.PageRoutes;
import kr.dochak.simulator.control.VendorRoutes;
import kr.dochak.simulator.control.Web;
import kr.dochak.simulator.people.Visitors;
import kr.dochak.simulator.vendors.Alimtalk;
import kr.dochak.simulator.vendors.Inbox;
import kr.dochak.simulator.vendors.Mailbox;
import kr.dochak.simulator.vendors.Results;
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
        Web web = new Web(settings.number("DOCHAK_SIM_PORT"));
        vendors.addTo(web);
        new ControlRoutes(korea, vendors, visitors).addTo(web);
        new PageRoutes(inbox, vendors).addTo(web);
        web.start();
        korea.start();
        return web;
    }

    private static VendorRoutes vendors(Settings settings, Korea korea, Inbox inbox) {
        String appKey = settings.text("DOCHAK_VENDOR_APP_KEY");
        String secret = settings.text("DOCHAK_VENDOR_SECRET");
        Results ofAlimtalk = new Results("/hooks/nhn/alimtalk", korea::hook, korea::later);
        Results ofSms = new Results("/hooks/nhn/sms", korea::hook, korea::later);
        Alimtalk alimtalk = new Alimtalk(appKey, secret, inbox, ofAlimtalk);
        Mailbox mailbox = new Mailbox(settings.number("DOCHAK_SIM_SMTP_PORT"), inbox);
        Thread.ofVirtual().name("mailbox").start(mailbox::serve);
        return new VendorRoutes(alimtalk, new Sms(appKey, secret, inbox, ofSms), ofAlimtalk, ofSms, mailbox);
    }
}

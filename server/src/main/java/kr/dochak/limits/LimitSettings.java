package kr.dochak.limits;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What one request and one address may cost.
 *
 * @param search characters of a search text
 */
@ConfigurationProperties("dochak.limits")
record LimitSettings(
        @DefaultValue Body body,
        @DefaultValue Slow slow,
        @DefaultValue Address address,
        @DefaultValue AtOnce atOnce,
        @DefaultValue Refused refused,
        @DefaultValue("200") int search) {

    /**
     * How large a body may be.
     *
     * @param form on pages, log-ins among them
     * @param api of JSON on the API and the internal addresses
     * @param hook of what vendors and carriers report
     * @param upload with a file, where files are taken
     * @param refused how much of a refused body is still read, so that the sender can read the refusal
     */
    record Body(
            @DefaultValue("256KB") DataSize form,
            @DefaultValue("8MB") DataSize api,
            @DefaultValue("1MB") DataSize hook,
            @DefaultValue("66MB") DataSize upload,
            @DefaultValue("12MB") DataSize refused) {}

    /**
     * How slowly a request may come; what is slower is cut.
     *
     * @param silence without a single byte
     * @param header from its first byte to its end
     * @param body before its rate is looked at
     * @param rate how much of a body must come in each second after that, on average
     */
    record Slow(
            @DefaultValue("10s") Duration silence,
            @DefaultValue("10s") Duration header,
            @DefaultValue("15s") Duration body,
            @DefaultValue("4KB") DataSize rate) {}

    /**
     * What one address may do; thousands of phones of a mobile network may share one.
     *
     * @param requests of pages and files in a second, after a burst; the API is counted by its keys
     * @param burst how many of them may come at once
     * @param inWork how many of its pages may be worked on or wait their turn at once
     * @param hooks reports in a second; a vendor sends those of all messages from few addresses
     * @param logins tries of passwords and codes in a minute
     * @param refusedBodies in a minute, of more than 128 kB, whose rest is still read; the line of further ones is cut
     * @param connections how many may be open; of a proxy that all visitors come through see {@code unlimited}
     * @param unlimited addresses or networks of proxies, whose connections are everybody's; the trusted ones unless set
     */
    record Address(
            @DefaultValue("100") int requests,
            @DefaultValue("500") int burst,
            @DefaultValue("12") int inWork,
            @DefaultValue("1000") int hooks,
            @DefaultValue("30") int logins,
            @DefaultValue("3") int refusedBodies,
            @DefaultValue("400") int connections,
            @DefaultValue("") String unlimited) {}

    /**
     * How an address is answered that is refused again and again.
     *
     * @param atOnce refusals in a minute that are given at once
     * @param late how much later each further one is given
     * @param waiting how many may wait like that, of all addresses; of more the lines are closed
     */
    record Refused(
            @DefaultValue("60") int atOnce,
            @DefaultValue("2s") Duration late,
            @DefaultValue("500") int waiting) {}

    /**
     * How many requests are worked on at once in this process; others wait their turn, so that the processors stay with the
     * scans.
     *
     * @param pages and fragments of pages; 0 for as many as there are processors
     * @param logins whose passwords and codes are looked at
     * @param patience how long one waits for its turn before it is refused
     * @param refusedBodies whose rest is read, as for an address
     * @param niceness how far the threads of pages step back when others want the processor, 0 to 19 (Linux)
     * @param loginNiceness the same of log-ins: they are few at once, and whoever waits for one does nothing else
     * @param compiler the same of the compiler, once the server has started
     */
    record AtOnce(
            @DefaultValue("0") int pages,
            @DefaultValue("1") int logins,
            @DefaultValue("5s") Duration patience,
            @DefaultValue("4") int refusedBodies,
            @DefaultValue("10") int niceness,
            @DefaultValue("3") int loginNiceness,
            @DefaultValue("10") int compiler) {

        int pagesAtOnce() {
            return pages > 0 ? pages : Runtime.getRuntime().availableProcessors();
        }
    }
}

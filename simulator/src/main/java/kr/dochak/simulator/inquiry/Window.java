package kr.dochak.simulator.inquiry;

/** One carrier's own way to answer: what it knows goes in, what stands on the wire comes out. */
interface Window {

    Source source();

    Saying found(Told told);

    /** No such number: how each carrier says so is its own. */
    Saying notFound(String number);

    /** 200, and an error inside. */
    Saying failed();

    /** As it looks since last night: the same news where no reader looks for them. */
    Saying changed(Told told);

    /** More was asked than is allowed; not documented, but for those that say otherwise. */
    default Saying limited() {
        return Saying.page(429, "Too Many Requests", "<h1>429 Too Many Requests</h1>");
    }
}

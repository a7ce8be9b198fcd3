package kr.dochak.promise.learning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** draft */
final class Memory {
    static final class Open {
        final Consignment c;
        final double known;
        double handed = Double.NaN;
        double hSince;  // last accrual handling
        double tSince;
        double expH, expT, expY, expTOrder;
        int dow;
        Open(Consignment c, double known) { this.c = c; this.known = known; hSince = known; }
    }

    final Map<String, Open> open = new LinkedHashMap<>();
    final Averages h = new Averages(6, 45), t = new Averages(6, 45), y = new Averages(6, 45), r = new Averages(3, 15), late = new Averages(10, 60);
    final Averages tr = new Averages(10, 60), hr = new Averages(10,60);
    final Map<String, double[]> exposure = new HashMap<>(); // [actual, expected, day]
    final Map<String, int[]> load = new HashMap<>();
    final Map<String, double[]> loadAge = new HashMap<>();
    final ZoneId zone;
    final Predicate<LocalDate> closed;
    double tick = Double.NaN;

    Memory(ZoneId zone, Predicate<LocalDate> closed) { this.zone = zone; this.closed = closed; }

    static double day(Instant i) { return i.getEpochSecond() / 86400d + i.getNano() / 86400e9; }
    static double log(double d) { return Math.log1p(Math.max(0, d)); }

    // ---- exposure
    static final double EX_HL = 4;
    void exp(String key, double day, double actual, double expected) {
        double[] e = exposure.computeIfAbsent(key, u -> new double[] {0, 0, day});
        double left = day > e[2] ? Math.pow(.5, (day - e[2]) / EX_HL) : 1;
        e[0] = e[0] * left + actual; e[1] = e[1] * left + expected; e[2] = Math.max(day, e[2]);
    }
    double ratio(String key, double day, double prior, double k) {
        double[] e = exposure.get(key);
        if (e == null) return prior;
        double left = day > e[2] ? Math.pow(.5, (day - e[2]) / EX_HL) : 1;
        return (e[0] * left + k * prior) / (e[1] * left + k);
    }
    static double cum(double elapsed, double expected) {
        double x = Math.min(3, Math.max(0, elapsed) / Math.max(.3, expected));
        return .693 * x * x;
    }
    void accrue(Open o, double now, boolean ended) {
        if (Double.isNaN(o.handed)) {
            double e = cum(now - o.known, o.expH) - cum(o.hSince - o.known, o.expH);
            o.hSince = Math.max(o.hSince, now);
            exp("h", now, ended ? 1 : 0, e);
            exp("hs" + o.c.seller(), now, ended ? 1 : 0, e);
        } else {
            double e = cum(now - o.handed, o.expT) - cum(o.tSince - o.handed, o.expT);
            o.tSince = Math.max(o.tSince, now);
            double a = ended ? 1 : 0;
            exp("t", now, a, e);
            exp("t0" + o.c.to().area(0), now, a, e);
            exp("t1" + o.c.to().area(1), now, a, e);
            exp("tf" + o.c.from().area(0), now, a, e);
            exp("tl" + o.c.from().area(0) + o.c.to().area(0), now, a, e);
            exp("ts" + o.c.seller(), now, a, e);
        }
    }
    void advance(double now) {
        if (Double.isNaN(tick)) tick = Math.floor(now);
        while (tick + 1 <= now) {
            tick += 1;
            var it = open.values().iterator();
            while (it.hasNext()) {
                Open o = it.next();
                if (tick - o.known > 90) { leave(o); it.remove(); continue; }
                accrue(o, tick, false);
            }
        }
    }
    void leave(Open o) {
        if (Double.isNaN(o.handed)) { add(load, "s" + o.c.seller(), -1); add(load, "h", -1); age("s" + o.c.seller(), -1, o.known);}
        else { add(load, "t" + o.c.to().area(0), -1); add(load, "t", -1); age("t" + o.c.to().area(0), -1, o.handed); age("t", -1, o.handed);}
    }
    static void add(Map<String, int[]> m, String k, int d) { m.computeIfAbsent(k, u -> new int[1])[0] += d; }
    void age(String k, int n, double since) { double[] a = loadAge.computeIfAbsent(k, u -> new double[2]); a[0] += n; a[1] += n * since; }
    double meanAge(String k, double now) { double[] a = loadAge.get(k); return a == null || a[0] < .5 ? 0 : now - a[1] / a[0]; }
    int load(String k) { int[] l = load.get(k); return l == null ? 0 : l[0]; }

    // ---- facts
    void known(Consignment c, double now) {
        advance(now);
        Open o = new Open(c, now);
        o.dow = dow(now);
        o.expH = Math.expm1(handling(c, now, true));
        o.expTOrder = transit(c, now, true);
        o.expT = Math.expm1(o.expTOrder);
        o.expY = whole(c, now, true);
        open.put(c.id(), o);
        add(load, "s" + c.seller(), 1); add(load, "h", 1); age("s" + c.seller(), 1, now);
    }
    void handedOver(String id, double now) {
        advance(now);
        Open o = open.get(id);
        if (o == null || !Double.isNaN(o.handed)) return;
        accrue(o, now, true);
        leave(o);
        double v = log(now - o.known);
        Consignment c = o.c;
        for (String k : List.of("*", "s" + c.seller(), "f" + c.from().area(2), "c" + c.goods().category(), "p" + c.goods().product(), "d" + o.dow, "sd" + c.seller() + o.dow, "f0" + c.from().area(0))) h.add(k, v, now);
        double raw = now - o.known;
        for (String k : List.of("*", "s" + c.seller())) hr.add(k, raw, now);
        if (c.terms().shipBy() != null) {
            double l = now - day(c.terms().shipBy());
            late.add("h*", l, now); late.add("hs" + c.seller(), l, now);
        }
        r.add("h*", v - log(o.expH), now); r.add("hs" + c.seller(), v - log(o.expH), now);
        o.handed = now; o.tSince = now;
        o.expT = Math.expm1(transit(c, now, true));
        add(load, "t" + c.to().area(0), 1); add(load, "t", 1); age("t" + c.to().area(0), 1, now); age("t", 1, now);
    }
    void delivered(String id, double now) {
        advance(now);
        Open o = open.remove(id);
        if (o == null) return;
        accrue(o, now, true);
        leave(o);
        Consignment c = o.c;
        double vy = log(now - o.known);
        String f0 = c.from().area(0), t0 = c.to().area(0);
        for (String k : yKeys(c)) y.add(k, vy, now);
        r.add("y*", vy - o.expY, now); r.add("y0" + t0, vy - o.expY, now); r.add("yl" + f0 + t0, vy - o.expY, now); r.add("ys" + c.seller(), vy - o.expY, now);
        if (c.terms().promisedTo() != null) {
            double l = now - day(c.terms().promisedTo());
            late.add("y*", l, now); late.add("y0" + t0, l, now); late.add("ys" + c.seller(), l, now); late.add("y2" + c.to().area(2), l, now);
            double q = l > 0 ? 1 : 0;
            late.add("q*", q, now); late.add("q0" + t0, q, now); late.add("qs" + c.seller(), q, now);late.add("q2" + c.to().area(2), q, now);
        }
        if (Double.isNaN(o.handed)) return;
        double vt = log(now - o.handed);
        for (String k : tKeys(c)) t.add(k, vt, now);
        double raw = now - o.handed;
        tr.add("*", raw, now); tr.add("0" + t0, raw, now); tr.add("l" + f0 + t0, raw, now); tr.add("2" + c.to().area(2), raw, now); tr.add("s" + c.seller(), raw, now);
        double e = log(o.expT);
        r.add("t*", vt - e, now); r.add("t0" + t0, vt - e, now); r.add("tl" + f0 + t0, vt - e, now); r.add("ts" + c.seller(), vt - e, now); r.add("tf" + f0, vt - e, now); r.add("t1" + c.to().area(1), vt - e, now);r.add("t2" + c.to().area(2), vt - e, now);
    }
    List<String> yKeys(Consignment c) {
        String f0 = c.from().area(0), t0 = c.to().area(0);
        return List.of("*", "0" + t0, "l" + f0 + t0, "2" + c.to().area(2), "s" + c.seller(), "st" + c.seller() + t0, "p" + c.goods().product(), "c" + c.goods().category(), "e" + promisedDays(c));
    }
    int promisedDays(Consignment c) { return c.terms().promisedTo() == null ? -99 : (int) Math.floor(day(c.terms().promisedTo()) - day(c.knownAt())); }
    List<String> tKeys(Consignment c) {
        String f0 = c.from().area(0), t0 = c.to().area(0);
        return List.of("*", "0" + t0, "l" + f0 + t0, "1" + c.to().area(1), "2" + c.to().area(2), "3" + c.to().area(3), "11" + c.from().area(1) + ">" + c.to().area(1), "22" + c.from().area(2) + ">" + c.to().area(2), "s" + c.seller(), "st" + c.seller() + t0, "b" + band(c), "c" + c.goods().category(), "f2" + c.from().area(2), "l2"+f0+c.to().area(2));
    }
    int band(Consignment c) { double km = c.from().kilometresTo(c.to()); return Double.isNaN(km) ? -1 : (int) Math.round(Math.log1p(km) * 4); }

    // ---- expectations (log)
    double handling(Consignment c, double now, boolean slow) {
        double e = m(h, "*", now, 1.2, 5, slow);
        return m(h, "s" + c.seller(), now, e, 4, slow);
    }
    double transit(Consignment c, double now, boolean slow) {
        String f0 = c.from().area(0), t0 = c.to().area(0);
        double e = m(t, "*", now, 2.2, 5, slow);
        e = m(t, "0" + t0, now, e, 10, slow);
        e = m(t, "l" + f0 + t0, now, e, 10, slow);
        return m(t, "l2" + f0 + c.to().area(2), now, e, 10, slow);
    }
    double whole(Consignment c, double now, boolean slow) {
        String f0 = c.from().area(0), t0 = c.to().area(0);
        double e = m(y, "*", now, 2.4, 5, slow);
        e = m(y, "0" + t0, now, e, 10, slow);
        e = m(y, "l" + f0 + t0, now, e, 10, slow);
        return m(y, "st" + c.seller() + t0, now, e, 10, slow);
    }
    static double m(Averages a, String k, double now, double prior, double s, boolean slow) { return slow ? a.slow(k, now, prior, s) : a.fast(k, now, prior, s); }
    int dow(double now) { return at(now).getDayOfWeek().getValue(); }
    ZonedDateTime at(double now) { return Instant.ofEpochSecond(Math.round(now * 86400)).atZone(zone); }

    // ---- features
    float[] features(Consignment c, double handed, double now, boolean named, List<String> names) {
        advance(now);
        Row w = named ? Row.named() : Row.unnamed();
        boolean ho = !Double.isNaN(handed);
        String f0 = c.from().area(0), t0 = c.to().area(0), s = c.seller();
        ZonedDateTime local = at(now);
        double known = day(c.knownAt());
        // calendar
        w.put("cal.dow", local.getDayOfWeek().getValue());
        w.put("cal.hour", local.getHour() + local.getMinute() / 60d);
        w.put("cal.weekhour", (local.getDayOfWeek().getValue() - 1) * 24 + local.getHour());
        int open3 = 0, open7 = 0, open14 = 0; LocalDate d = local.toLocalDate();
        for (int i = 1; i <= 14; i++) { boolean o = d.plusDays(i).getDayOfWeek().getValue() < 6 && !closed.test(d.plusDays(i)); if (o) { if (i <= 3) open3++; if (i <= 7) open7++; open14++; } }
        w.put("hol.open3", open3); w.put("hol.open7", open7); w.put("hol.open14", open14);
        // order
        w.put("ord.approval", known - day(c.terms().orderedAt()));
        w.put("ord.price", c.terms().price()); w.put("ord.freight", c.terms().freight());
        w.put("ord.freightshare", c.terms().freight() / Math.max(1, c.terms().price()));
        w.put("ord.pieces", c.goods().pieces()); w.put("ord.sellers", c.goods().sellers());
        w.put("ord.kg", c.goods().kilograms()); w.put("ord.litres", c.goods().litres());
        w.put("ord.pay", c.terms().payment().hashCode() % 1000);
        w.put("ord.freightkm", c.terms().freight() / (50 + c.from().kilometresTo(c.to())));
        double est = c.terms().promisedTo() == null ? Double.NaN : day(c.terms().promisedTo()) - now;
        w.put("est.days", est);
        w.put("est.shipby", c.terms().shipBy() == null ? Double.NaN : day(c.terms().shipBy()) - now);
        w.put("est.shipest", c.terms().shipBy() == null || c.terms().promisedTo() == null ? Double.NaN : day(c.terms().promisedTo()) - day(c.terms().shipBy()));
        w.put("est.dow", c.terms().promisedTo() == null ? Double.NaN : dow(day(c.terms().promisedTo())));
        // geography
        w.put("geo.km", c.from().kilometresTo(c.to()));
        w.put("geo.flat", c.from().latitude()); w.put("geo.flon", c.from().longitude());
        w.put("geo.tlat", c.to().latitude()); w.put("geo.tlon", c.to().longitude());
        w.put("geo.same", f0.equals(t0) ? 1 : 0);
        w.put("geo.same2", c.from().area(2).equals(c.to().area(2)) ? 1 : 0);
        if (ho) {
            w.put("did.handling", now - known);
            w.put("did.vs", log(now - known) - handling(c, known, true));
            w.put("did.ordered", now - day(c.terms().orderedAt()));
        } else {
            // handling
            for (boolean slow : new boolean[] {false, true}) {
                String z = slow ? "S" : "F";
                double all = m(h, "*", now, 1.2, 5, slow);
                w.put("h.all" + z, all);
                double e = m(h, "s" + s, now, all, 3, slow);
                w.put("h.seller" + z, e);
                w.put("h.from2" + z, m(h, "f" + c.from().area(2), now, all, 5, slow));
                w.put("h.cat" + z, m(h, "c" + c.goods().category(), now, all, 5, slow));
                w.put("h.prod" + z, m(h, "p" + c.goods().product(), now, e, 3, slow));
                w.put("h.dow" + z, m(h, "d" + local.getDayOfWeek().getValue(), now, all, 5, slow));
                w.put("h.sdow" + z, m(h, "sd" + s + local.getDayOfWeek().getValue(), now, e, 3, slow));
                w.put("h.rawseller" + z, m(hr, "s" + s, now, m(hr, "*", now, 3, 5, slow), 3, slow));
                w.put("h.late" + z, m(late, "hs" + s, now, m(late, "h*", now, 0, 5, slow), 3, slow));
                w.put("dr.h" + z, m(r, "h*", now, 0, 20, slow)); w.put("dr.hs" + z, m(r, "hs" + s, now, 0, 4, slow));
            }
            w.put("h.n", h.slowWeight("s" + s, now)); w.put("h.nf", h.fastWeight("s" + s, now));
            double rh = ratio("h", now, 1, 20);
            w.put("ae.h", rh); w.put("ae.hs", ratio("hs" + s, now, rh, 2));
            w.put("ld.seller", load("s" + s)); w.put("ld.sellerage", meanAge("s" + s, now)); w.put("ld.sellerrate", load("s" + s) / (.3 + h.fastWeight("s" + s, now)));
        }
        for (boolean slow : new boolean[] {false, true}) {
            String z = slow ? "S" : "F";
            double all = m(t, "*", now, 2.2, 5, slow);
            w.put("t.all" + z, all);
            double a0 = m(t, "0" + t0, now, all, 8, slow); w.put("t.to0" + z, a0);
            double l = m(t, "l" + f0 + t0, now, a0, 8, slow); w.put("t.lane" + z, l);
            double a1 = m(t, "1" + c.to().area(1), now, a0, 8, slow);
            double a2 = m(t, "2" + c.to().area(2), now, a1, 8, slow); w.put("t.to1" + z, a1); w.put("t.to2" + z, a2);
            w.put("t.to3" + z, m(t, "3" + c.to().area(3), now, a2, 4, slow));
            double l1 = m(t, "11" + c.from().area(1) + ">" + c.to().area(1), now, l, 8, slow); w.put("t.11" + z, l1);
            w.put("t.22" + z, m(t, "22" + c.from().area(2) + ">" + c.to().area(2), now, l1, 5, slow));
            w.put("t.l2" + z, m(t, "l2" + f0 + c.to().area(2), now, l, 8, slow));
            w.put("t.seller" + z, m(t, "s" + s, now, all, 5, slow));
            w.put("t.st" + z, m(t, "st" + s + t0, now, l, 5, slow));
            w.put("t.band" + z, m(t, "b" + band(c), now, all, 5, slow));
            w.put("t.cat" + z, m(t, "c" + c.goods().category(), now, all, 5, slow));
            w.put("t.from2" + z, m(t, "f2" + c.from().area(2), now, all, 5, slow));
            double rawAll = m(tr, "*", now, 9, 5, slow);
            w.put("tr.lane" + z, m(tr, "l" + f0 + t0, now, m(tr, "0" + t0, now, rawAll, 8, slow), 8, slow));
            w.put("tr.to2" + z, m(tr, "2" + c.to().area(2), now, rawAll, 8, slow));
            w.put("tr.seller" + z, m(tr, "s" + s, now, rawAll, 8, slow));
            w.put("dr.t" + z, m(r, "t*", now, 0, 20, slow));
            w.put("dr.t0" + z, m(r, "t0" + t0, now, 0, 10, slow)); w.put("dr.t1" + z, m(r, "t1" + c.to().area(1), now, 0, 10, slow)); w.put("dr.t2" + z, m(r, "t2" + c.to().area(2), now, 0, 10, slow));
            w.put("dr.tl" + z, m(r, "tl" + f0 + t0, now, 0, 10, slow)); w.put("dr.ts" + z, m(r, "ts" + s, now, 0, 5, slow)); w.put("dr.tf" + z, m(r, "tf" + f0, now, 0, 10, slow));
            double ya = m(y, "*", now, 2.4, 5, slow);
            double yl = m(y, "l" + f0 + t0, now, m(y, "0" + t0, now, ya, 8, slow), 8, slow);
            if (!ho) {
                w.put("y.all" + z, ya); w.put("y.lane" + z, yl);
                w.put("y.to2" + z, m(y, "2" + c.to().area(2), now, yl, 8, slow)); w.put("y.seller" + z, m(y, "s" + s, now, ya, 5, slow));
                w.put("y.st" + z, m(y, "st" + s + t0, now, yl, 5, slow)); w.put("y.prod" + z, m(y, "p" + c.goods().product(), now, ya, 4, slow)); w.put("y.cat" + z, m(y, "c" + c.goods().category(), now, ya, 5, slow));
                w.put("dr.y" + z, m(r, "y*", now, 0, 20, slow)); w.put("dr.y0" + z, m(r, "y0" + t0, now, 0, 10, slow)); w.put("dr.yl" + z, m(r, "yl" + f0 + t0, now, 0, 10, slow)); w.put("dr.ys" + z, m(r, "ys" + s, now, 0, 5, slow));
            }
            w.put("y.est" + z, m(y, "e" + promisedDays(c), now, ya, 5, slow));
            double lt = m(late, "y*", now, -10, 5, slow);
            w.put("late.all" + z, lt); w.put("late.to0" + z, m(late, "y0" + t0, now, lt, 8, slow)); w.put("late.s" + z, m(late, "ys" + s, now, lt, 5, slow));w.put("late.2" + z, m(late, "y2" + c.to().area(2), now, lt, 5, slow));
            double ql = m(late, "q*", now, .05, 5, slow);
            w.put("late.q" + z, ql); w.put("late.q0" + z, m(late, "q0" + t0, now, ql, 8, slow)); w.put("late.qs" + z, m(late, "qs" + s, now, ql, 5, slow));w.put("late.q2" + z, m(late, "q2" + c.to().area(2), now, ql, 5, slow));
        }
        w.put("t.n", t.slowWeight("22" + c.from().area(2) + ">" + c.to().area(2), now)); w.put("t.nto3", t.slowWeight("3" + c.to().area(3), now)); w.put("t.ns", t.slowWeight("s" + s, now));
        double ra = ratio("t", now, 1, 20), r0 = ratio("t0" + t0, now, ra, 10);
        w.put("ae.t", ra); w.put("ae.t0", r0); w.put("ae.t1", ratio("t1" + c.to().area(1), now, r0, 10)); w.put("ae.tf", ratio("tf" + f0, now, ra, 10)); w.put("ae.tl", ratio("tl" + f0 + t0, now, r0, 10)); w.put("ae.ts", ratio("ts" + s, now, ra, 5));
        w.put("ld.t0", load("t" + t0) / (1 + t.fastWeight("0" + t0, now))); w.put("ld.t", load("t") / (1 + t.fastWeight("*", now))); w.put("ld.t0age", meanAge("t" + t0, now)); w.put("ld.tage", meanAge("t", now)); w.put("ld.h", load("h") / (1 + h.fastWeight("*", now)));
        if (named) names.addAll(w.names());
        return w.values();
    }
}

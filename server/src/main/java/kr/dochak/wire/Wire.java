package kr.dochak.wire;

import java.net.InetAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.springframework.beans.factory.DisposableBean;

/** Makes the lines to other systems and closes them at the end. */
public class Wire implements DisposableBean {

    private static final Predicate<InetAddress> ANYWHERE = address -> true;

    private final InstantSource clock;
    private final Names names;
    private final List<Line> lines = new CopyOnWriteArrayList<>();

    public Wire(InstantSource clock, Names names) {
        this.clock = clock;
        this.names = names;
    }

    /** A line to systems that our own settings name. */
    public Line line(Limits limits) {
        return line(limits, ANYWHERE);
    }

    /**
     * A line to systems that others name.
     *
     * @param mayConnect judges each address at the moment of connecting; the address judged is the one connected to
     */
    public Line line(Limits limits, Predicate<InetAddress> mayConnect) {
        Line line = new Line(limits, names, mayConnect);
        lines.add(line);
        return line;
    }

    /** A breaker for one system, by the world's clock. */
    public Breaker breaker(String system, Breaker.Rule rule) {
        return new Breaker(system, rule, clock);
    }

    /** The names these lines look up. */
    public Names names() {
        return names;
    }

    @Override
    public void destroy() {
        lines.forEach(Line::close);
    }
}

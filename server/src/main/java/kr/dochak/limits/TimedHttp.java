package kr.dochak.limits;

import org.apache.catalina.util.NetMaskSet;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;

/**
 * HTTP that is not held up: Tomcat's timeouts begin anew with every byte, so a header or a body that drips is never cut by
 * them. This one measures both as a whole, and bounds how many connections one address has open.
 */
public final class TimedHttp extends Http11NioProtocol {

    private Pace pace = Pace.NONE;
    private RefusedBodies refusedBodies = RefusedBodies.NONE;

    /** Called by Tomcat, by the class's name. */
    public TimedHttp() {
        super(new AddressedEndpoint());
    }

    /** Set once, before the first connection. */
    void keep(Pace pace, RefusedBodies refusedBodies, int connectionsOfAnAddress, NetMaskSet unlimited) {
        this.pace = pace;
        this.refusedBodies = refusedBodies;
        ((AddressedEndpoint) getEndpoint()).keep(connectionsOfAnAddress, unlimited);
    }

    Pace pace() {
        return pace;
    }

    RefusedBodies refusedBodies() {
        return refusedBodies;
    }

    @Override
    protected Processor createProcessor() {
        return new TimedProcessor(this, getAdapter());
    }
}

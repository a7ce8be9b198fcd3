package kr.dochak.wire;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks up the network addresses of a host. */
@FunctionalInterface
public interface Names {

    /** As this machine looks them up. */
    Names SYSTEM = Names::lookUp;

    /** None when there is no such host. */
    List<InetAddress> addresses(String host);

    private static List<InetAddress> lookUp(String host) {
        try {
            return List.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException e) {
            return List.of();
        }
    }
}

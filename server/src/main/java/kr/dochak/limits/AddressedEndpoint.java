package kr.dochak.limits;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.dochak.shared.AddressBlock;
import org.apache.catalina.util.NetMaskSet;
import org.apache.tomcat.util.net.NioEndpoint;
import org.jspecify.annotations.Nullable;

/** Accepts connections, of one address only so many at once; the newest beyond that is closed before anything is read. */
final class AddressedEndpoint extends NioEndpoint {

    private static final int LOOKED_THROUGH_EACH = 1_000;

    private final Map<String, List<SocketChannel>> open = new HashMap<>();
    private int most = Integer.MAX_VALUE;
    private NetMaskSet unlimited = new NetMaskSet();
    private int accepted;

    void keep(int most, NetMaskSet unlimited) {
        this.most = most;
        this.unlimited = unlimited;
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        if (hasRoom(socket)) {
            return super.setSocketOptions(socket);
        }
        destroySocket(socket);
        return false;
    }

    /** Called by the one thread that accepts; closed connections are found when somebody wants their room. */
    private synchronized boolean hasRoom(SocketChannel socket) {
        InetAddress from = address(socket);
        if (from != null && unlimited.contains(from)) {
            return true;
        }
        String address = from == null ? "" : AddressBlock.of(from.getHostAddress());
        if (++accepted % LOOKED_THROUGH_EACH == 0) {
            open.values().forEach(AddressedEndpoint::forgetClosed);
            open.values().removeIf(List::isEmpty);
        }
        List<SocketChannel> ofAddress = open.computeIfAbsent(address, unused -> new ArrayList<>());
        if (ofAddress.size() >= most) {
            forgetClosed(ofAddress);
        }
        return ofAddress.size() < most && ofAddress.add(socket);
    }

    private static void forgetClosed(List<SocketChannel> sockets) {
        sockets.removeIf(socket -> !socket.isOpen());
    }

    private static @Nullable InetAddress address(SocketChannel socket) {
        try {
            return socket.getRemoteAddress() instanceof InetSocketAddress from ? from.getAddress() : null;
        } catch (IOException gone) {
            return null;
        }
    }
}

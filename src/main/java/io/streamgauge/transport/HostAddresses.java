package io.streamgauge.transport;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks each host up once, on a thread of its own: the JDK's lookup blocks, and a blocked loop would falsify the stamps
 * of every stream on it. A lookup that failed is tried again by the next request.
 */
public final class HostAddresses {
    private final Map<String, CompletableFuture<InetAddress>> known = new ConcurrentHashMap<>();

    /** Knows no host. */
    public HostAddresses() {}

    /** Completed, possibly at once, on any thread; exceptionally with {@link UnknownHostException} as the cause. */
    public CompletableFuture<InetSocketAddress> of(Origin origin) {
        CompletableFuture<InetAddress> address = known.computeIfAbsent(origin.host(), this::lookUp);
        if (address.isCompletedExceptionally()) {
            known.remove(origin.host(), address);
        }
        return address.thenApply(found -> new InetSocketAddress(found, origin.port()));
    }

    private CompletableFuture<InetAddress> lookUp(String host) {
        byte[] literal = NetUtil.createByteArrayFromIpAddressString(host);
        return literal == null
                ? CompletableFuture.supplyAsync(() -> blockingLookUp(host))
                : CompletableFuture.completedFuture(literal(literal));
    }

    private static InetAddress literal(byte[] address) {
        try {
            return InetAddress.getByAddress(address);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of " + address.length + " bytes", e);
        }
    }

    private static InetAddress blockingLookUp(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new CompletionException(e);
        }
    }
}

package io.streamgauge.transport;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * TLS as a client does it: the server's certificate and name are checked. Made when first asked for, because reading
 * the JDK's trust store takes a while and plain HTTP needs none of it.
 */
public final class ClientTls {
    private @Nullable SslContext context;

    /** Trusts what the JDK trusts. */
    public ClientTls() {}

    /** Trusts what {@code given} trusts. */
    public ClientTls(SslContext given) {
        context = given;
    }

    /** What makes handlers for connections; slow the first time, and not to be called on an event loop then. */
    public synchronized SslContext context() {
        if (context == null) {
            context = trustingTheJdk();
        }
        return context;
    }

    private static SslContext trustingTheJdk() {
        try {
            return SslContextBuilder.forClient().build();
        } catch (SSLException e) {
            throw new IllegalStateException("this JDK has no TLS", e);
        }
    }
}

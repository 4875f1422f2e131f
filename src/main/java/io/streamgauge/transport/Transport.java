package io.streamgauge.transport;

import io.netty.channel.Channel;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;

/** How sockets are waited for. */
public enum Transport {
    /** Linux's own way: wakes up at nanosecond deadlines and notices a reader that is gone while nothing is read. */
    EPOLL {
        @Override
        public boolean isAvailable() {
            return Epoll.isAvailable();
        }

        @Override
        IoHandlerFactory ioHandlers() {
            return EpollIoHandler.newFactory();
        }

        @Override
        public Class<? extends ServerChannel> serverChannel() {
            return EpollServerSocketChannel.class;
        }

        @Override
        public Class<? extends Channel> clientChannel() {
            return EpollSocketChannel.class;
        }
    },
    /** The JDK's way, on every system; it wakes up at whole milliseconds, so pacing is up to one late. */
    NIO {
        @Override
        public boolean isAvailable() {
            return true;
        }

        @Override
        IoHandlerFactory ioHandlers() {
            return NioIoHandler.newFactory();
        }

        @Override
        public Class<? extends ServerChannel> serverChannel() {
            return NioServerSocketChannel.class;
        }

        @Override
        public Class<? extends Channel> clientChannel() {
            return NioSocketChannel.class;
        }
    };

    /** Whether it works here. */
    public abstract boolean isAvailable();

    abstract IoHandlerFactory ioHandlers();

    /** The class of listening sockets that fits. */
    public abstract Class<? extends ServerChannel> serverChannel();

    /** The class of connecting sockets that fits. */
    public abstract Class<? extends Channel> clientChannel();

    /** The best one that works here. */
    public static Transport preferred() {
        return EPOLL.isAvailable() ? EPOLL : NIO;
    }
}

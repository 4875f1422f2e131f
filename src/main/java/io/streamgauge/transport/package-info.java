/**
 * Netty's plumbing: event loops, HTTP codecs and the ownership of buffers.
 *
 * <p>In flow sockets, out flow HTTP messages and bytes; what they mean is known further up, in {@code server},
 * {@code client} and {@code record}. Everything of one connection runs on one event loop, and all waiting is done with
 * timers of that loop.
 *
 * <ul>
 *   <li>{@link io.streamgauge.transport.EventLoops}: daemon threads over epoll where there is epoll, NIO elsewhere;
 *   <li>{@link io.streamgauge.transport.EventLoopScheduler}: many timers on one loop, without an allocation per
 *       deadline;
 *   <li>{@link io.streamgauge.transport.ByteBufFeeder}: from Netty's buffers to parsers that want arrays;
 *   <li>{@link io.streamgauge.transport.HttpCodecs}: HTTP/1.1 codecs with named limits;
 *   <li>{@link io.streamgauge.transport.ReadStamps}: the clock, read next to the socket;
 *   <li>{@link io.streamgauge.transport.Origin}, {@link io.streamgauge.transport.HostAddresses},
 *       {@link io.streamgauge.transport.ClientTls}: what it takes to connect to a server.
 * </ul>
 */
@NullMarked
package io.streamgauge.transport;

import org.jspecify.annotations.NullMarked;

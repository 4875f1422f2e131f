/**
 * Requests in, deltas out: a streaming HTTP/1.1 client that knows when each byte came.
 *
 * <p>A {@link io.streamgauge.client.StreamClient} sends {@link io.streamgauge.client.StreamRequest}s over pooled
 * connections on shared event loops and calls a {@link io.streamgauge.client.StreamListener} on the loop that did the
 * read: with the stamp taken by the first instruction after it, with the deltas decoded from it, and at last, exactly
 * once, with a {@link io.streamgauge.client.StreamOutcome}. Everything of one stream happens on one loop, in order.
 *
 * <p>What can go wrong is a value, {@link io.streamgauge.client.StreamFailure}; nothing received before it is lost. A
 * body that just stops is never a success. One call to {@code start} is one attempt: whether to try again is decided by
 * whoever made it, with the outcome in hand.
 *
 * <p>Costs per read one clock call and one copy of the bytes out of Netty's buffer; per event the client itself
 * allocates nothing. Credentials are sent and never shown: no {@code toString}, log line or failure contains a header's
 * value.
 */
@NullMarked
package io.streamgauge.client;

import org.jspecify.annotations.NullMarked;

/**
 * Arrivals in, many clients at work, measurements out.
 *
 * <p>A {@link io.streamgauge.load.LoadPlan} says who is asked, when, and for how long; a
 * {@link io.streamgauge.load.LoadRunner} does it on a few event loops and yields a
 * {@link io.streamgauge.load.LoadResult}. Each loop has its own share of the arrivals, its own connections and its own
 * recorders, so that loops share nothing while they measure; the parts are added up when all is over.
 *
 * <p>An open arrival is a schedule computed beforehand from a seed. A slot that comes late is sent at once and keeps
 * the instant it was planned for: latencies are told from the plan as well as from the send, so a client that cannot
 * keep up shows it and does not flatter the server. What makes a run doubtful is told with it, in words.
 */
@NullMarked
package io.streamgauge.load;

import org.jspecify.annotations.NullMarked;

/**
 * Other libraries, measured beside ours: the only package that knows them, built only with the Maven profile
 * {@code peers}.
 *
 * <p>Each class drives one library over bytes that are in memory already, by the quickest public way the library
 * offers, and does no work that its users would not have to do. What comes out of a library as it is goes to the sink
 * as it is. Where a library only cuts a stream into events, the JSON in them is read by Jackson's tree, as a good
 * application would: {@link io.streamgauge.benchmarks.peers.PayloadReader} is the same for all of them, so that they
 * differ in nothing but themselves.
 */
@NullMarked
package io.streamgauge.benchmarks.peers;

import org.jspecify.annotations.NullMarked;

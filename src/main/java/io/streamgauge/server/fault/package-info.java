/**
 * What can go wrong with an answer: one small type for each fault, and what they have in common.
 *
 * <p>In flows a {@link io.streamgauge.server.fault.Script}, the whole of an answer as one value: head, body with its
 * cuts and instants, end, and the coding that it is transferred in. Out flows another one. No fault touches a socket:
 * each is a pure function of the script, its own words and a seed, so that what a client will see can be tested without
 * one. Faults are applied one after the other in the order they are given, and each sees what those before it have
 * left.
 *
 * <ul>
 *   <li>{@link io.streamgauge.server.fault.Fault}: the family; {@link io.streamgauge.server.fault.Faults} reads it out
 *       of words and applies it;
 *   <li>{@link io.streamgauge.server.fault.FaultTarget}: where and how often one strikes;
 *   <li>{@link io.streamgauge.server.fault.FaultManual}: the page about all of them, made of the code.
 * </ul>
 *
 * <p>An answer with faults is copied and costs a multiple of its body; answers without them never come here.
 */
@NullMarked
package io.streamgauge.server.fault;

import org.jspecify.annotations.NullMarked;

/**
 * What people write to steer a replay, taken apart.
 *
 * <p>In flow the texts of flags, request headers and scenario files; out flow
 * {@link io.streamgauge.server.words.Term}s, whose {@link io.streamgauge.server.words.Arguments} are read by whoever
 * knows what they mean: paces, cuts and faults. One grammar for all of them:
 *
 * <pre>
 *   texts  = term *( "," term )
 *   term   = name [ "(" argument *( "," argument ) ")" ] *( "@" mark )
 *   argument, mark = value | key "=" value
 *   value  = any characters, commas only within parentheses
 * </pre>
 *
 * <p>Whatever cannot be read is a {@link io.streamgauge.server.words.WordsException} that says what was expected.
 * Nothing here is called while a stream is under way.
 */
@NullMarked
package io.streamgauge.server.words;

import org.jspecify.annotations.NullMarked;

/**
 * The decoders once more, as slowly and plainly as can be: the oracle that the fast ones are held to.
 *
 * <p>In flows a whole body, out flow its deltas. {@link io.streamgauge.provider.reference.ReferenceDecoder} is the
 * door. Nothing here is cut, borrowed, reused or speculated about: a body is a string of bytes, an event is a string, a
 * payload is a tree of maps and lists that Jackson has read. Nothing of {@code bytes}, {@code event} and of the
 * decoders in {@code provider} is used but the vocabulary that comes out.
 *
 * <p>What is told, and in which order within one event, is written from the descriptions of the protocols and of
 * {@link io.streamgauge.delta.DeltaHandler}. Two things it cannot know: the byte at which a payload stops being JSON
 * (it tells where the event begins), and limits on the size of a body.
 */
package io.streamgauge.provider.reference;

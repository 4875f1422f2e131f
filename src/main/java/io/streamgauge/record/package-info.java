/**
 * Live or saved traffic in, recordings out, and nothing that belongs to a person.
 *
 * <p>{@link io.streamgauge.record.RecordingProxy} stands between a client and its provider. A request takes this way:
 *
 * <pre>
 *   ProxyConnection   one client: requests on, answers back, each as far as it has come
 *     UpstreamLink      its connection to the provider, kept as long as the client keeps its own
 *   AnswerPlan        whether an answer is worth recording, and as what
 *   LiveRecording     the bytes of each read, with the time of the read, off the event loop
 *     Scribe            decoded and masked, into a draft that survives a kill
 *   Archive           the threads that write, and the names of recordings
 * </pre>
 *
 * <p>What is read is sent on before it is recorded, and recorded by other threads; when these fall behind by more than
 * {@link io.streamgauge.record.ProxyLimits#maxPendingBytes()}, the provider is read no further until they have caught
 * up. So memory is bounded, and nothing is lost.
 *
 * <p>What reaches the disk is what is known to be harmless: response headers by name, and bodies in which every
 * credential and account name that went over the same exchange is blanked, byte for byte. Requests are not written
 * unless asked for.
 */
@NullMarked
package io.streamgauge.record;

import org.jspecify.annotations.NullMarked;

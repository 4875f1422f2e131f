/**
 * Where a body can be cut, and a body with its cuts and instants as one value.
 *
 * <p>In flow the bytes of recordings; out flow an {@link io.streamgauge.server.plan.EventIndex} that says where each
 * event ends, and a {@link io.streamgauge.server.plan.TimedBody} that faults make others of. An index is made once for
 * a recording; timed bodies are copied with each change and are made for answers with faults alone.
 */
@NullMarked
package io.streamgauge.server.plan;

import org.jspecify.annotations.NullMarked;

/**
 * Raw bytes, and the only place for bit tricks.
 *
 * <p>Everything here works on {@code byte[]} with an offset and a length, borrows what it is given and allocates
 * nothing per call once its scratch space has grown to the size of the input. Nothing here knows about events,
 * providers or sockets.
 *
 * <ul>
 *   <li>{@link io.streamgauge.bytes.ByteSlice}: a borrowed window, valid for as long as its giver says;
 *   <li>{@link io.streamgauge.bytes.ByteSearch}: where the next line end or string end is, eight bytes a step;
 *   <li>{@link io.streamgauge.bytes.Utf8}: UTF-8 by the WHATWG Encoding Standard, whose replacement of ill-formed bytes
 *       differs from the JDK's;
 *   <li>{@link io.streamgauge.bytes.JsonTape}: one JSON text as a flat list of validated nodes.
 * </ul>
 */
@NullMarked
package io.streamgauge.bytes;

import org.jspecify.annotations.NullMarked;

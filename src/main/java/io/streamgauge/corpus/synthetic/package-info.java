/**
 * Writes the recordings in {@code corpora/}: a seed goes in, three files per recording come out, the same bytes every
 * time.
 *
 * <p>{@link io.streamgauge.corpus.synthetic.SyntheticCorpus} is the only door. Behind it a {@code Take} is one
 * recording in the making: a {@code Wire} keeps the bytes and when they were sent, {@code Said} keeps what was meant.
 * The classes named {@code ...Stream} speak one protocol each, in the shapes that real providers send; those named
 * {@code ...Takes} say what is spoken. What is expected of a decoder comes from the script alone, so that a decoder can
 * be wrong about it.
 *
 * <p>All texts are our own, all ids, headers and figures are invented, and the pacing follows what was measured on real
 * providers. Nothing here is on a hot path.
 */
@NullMarked
package io.streamgauge.corpus.synthetic;

import org.jspecify.annotations.NullMarked;

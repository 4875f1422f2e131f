/**
 * Recordings as data with provenance, and the proof that they are decoded rightly.
 *
 * <p>A recording is three files with one stem: the exact body, {@code stem.json} with where it comes from, and
 * {@code stem.expected.json} with what it means. {@link io.streamgauge.corpus.Corpus} finds them in a folder;
 * {@link io.streamgauge.corpus.CorpusVerifier} decodes every body in several cuts and compares with what is expected,
 * down to the event in which the two part. Bodies are mapped when first asked for, so a corpus of gigabytes opens at
 * once.
 *
 * <p>{@link io.streamgauge.corpus.RecordingWriter} writes a recording whose body is there as a whole,
 * {@link io.streamgauge.corpus.RecordingDraft} one that grows with its stream and can be read even if its end is never
 * written.
 *
 * <p>Files are input like any other: what is missing or malformed becomes a {@link io.streamgauge.corpus.CorpusProblem}
 * that names file and field, and the other recordings are still read.
 */
@NullMarked
package io.streamgauge.corpus;

import org.jspecify.annotations.NullMarked;

package io.streamgauge.benchmarks;

import java.util.List;

/**
 * Several subjects made of one library, such as its parser alone and the same parser with decoding behind it; found by
 * {@link java.util.ServiceLoader}, beside the subjects that stand for themselves.
 */
public interface SubjectSource {
    /** The subjects, always the same. */
    List<Subject> subjects();
}

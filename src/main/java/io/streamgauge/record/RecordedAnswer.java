package io.streamgauge.record;

import io.streamgauge.provider.Dialect;

/**
 * A recording that was finished.
 *
 * @param stem its name within the folder
 * @param events what our parser found in it
 * @param complete whether all that the model said is in it, as far as the protocol tells
 */
public record RecordedAnswer(
        String stem, Dialect dialect, int status, long bytes, long events, Ending ending, boolean complete) {}

package io.streamgauge.server;

/**
 * What a server does unless a request says otherwise.
 *
 * @param seed of all random choices; where chance has a part in an answer, each request's is the next
 */
record ReplaySettings(RecordingChoice choice, ReplayManner manner, long seed, ServerLimits limits) {}

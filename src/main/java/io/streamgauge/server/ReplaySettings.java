package io.streamgauge.server;

/** What a server does unless a request says otherwise. */
record ReplaySettings(
        RecordingChoice choice, ReplaySchedule schedule, Fragmentation fragmentation, long seed, ServerLimits limits) {}

package io.streamgauge.benchmarks;

/**
 * Another library. A service of its own beside {@link SubjectSource}, because a folder of classes has but one list of
 * each service, and peers are compiled into one folder with ours.
 */
public interface PeerLibrary extends SubjectSource {}

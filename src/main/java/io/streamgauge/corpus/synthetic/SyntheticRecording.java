package io.streamgauge.corpus.synthetic;

import java.util.Map;

/**
 * One finished recording.
 *
 * @param stem folder and name, without extension: {@code openai/chat-tool-call}
 * @param files body, metadata and expectation by their path below the corpus
 */
record SyntheticRecording(String stem, Map<String, byte[]> files) {}

package io.streamgauge.corpus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;

/** Reads what {@link RecordingDraft} left behind when it was interrupted, possibly in the middle of a line. */
final class RecordingJournal {
    /** What marks such a recording among the features of its metadata. */
    static final String INTERRUPTED = "interrupted";

    private RecordingJournal() {}

    /**
     * The metadata of an interrupted recording, with the reads that were noted.
     *
     * @param bodyBytes what there is of the body: reads are not believed to have brought more
     */
    static RecordingMetadata read(Path file, long bodyBytes) throws IOException, Fields.MalformedField {
        if (Files.size(file) > CorpusJson.MAX_FILE_BYTES) {
            throw new Fields.MalformedField("", "larger than " + CorpusJson.MAX_FILE_BYTES + " bytes");
        }
        String text = Files.readString(file, StandardCharsets.UTF_8);
        int head = text.indexOf('\n');
        if (head < 0) {
            throw new Fields.MalformedField("", "interrupted before its first line was whole");
        }
        RecordingMetadata metadata = metadata(text.substring(0, head));
        List<String> features = new ArrayList<>(metadata.features());
        features.add(INTERRUPTED);
        return metadata.with(features, reads(text, head + 1, bodyBytes));
    }

    private static RecordingMetadata metadata(String json) throws Fields.MalformedField {
        try {
            return RecordingMetadata.read(CorpusJson.MAPPER.readTree(json));
        } catch (JacksonException e) {
            throw new Fields.MalformedField("", "not JSON: " + e.getOriginalMessage() + " in line 1");
        }
    }

    /** Whole lines only; from the first that is not what it should be, nothing is believed. */
    private static List<RecordingMetadata.Read> reads(String text, int from, long bodyBytes) {
        List<RecordingMetadata.Read> reads = new ArrayList<>();
        RecordingMetadata.Read last = new RecordingMetadata.Read(0, 0);
        int at = from;
        for (int end = text.indexOf('\n', at); end >= 0; end = text.indexOf('\n', at)) {
            String[] words = text.substring(at, end).split(" ", -1);
            if (words.length != 2 || !isCount(words[0]) || !isCount(words[1])) {
                break;
            }
            long bytes = Math.min(Long.parseLong(words[1]), bodyBytes);
            RecordingMetadata.Read read = new RecordingMetadata.Read(Long.parseLong(words[0]), bytes);
            if (read.micros() < last.micros() || read.bytes() < last.bytes()) {
                break;
            }
            reads.add(read);
            last = read;
            at = end + 1;
        }
        return reads;
    }

    private static boolean isCount(String word) {
        return word.matches("\\d{1,18}");
    }
}

package io.streamgauge.corpus.synthetic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The recordings of {@code corpora/}, made from a seed. The same seed makes the same bytes, on every machine and JDK;
 * {@code corpora/README.md} describes the files.
 */
public final class SyntheticCorpus {
    /** The seed of the recordings that are part of the project. */
    public static final long DEFAULT_SEED = 20_260_601L;

    private SyntheticCorpus() {}

    /**
     * Writes all recordings below {@code folder}, in a folder for each provider. Files of the same name are replaced,
     * others are left alone.
     *
     * @return how many recordings were written; each has three files
     * @throws IOException when a file cannot be written; those before it are there
     */
    public static int write(Path folder, long seed) throws IOException {
        List<SyntheticRecording> recordings = recordings(seed);
        for (SyntheticRecording recording : recordings) {
            for (Map.Entry<String, byte[]> file : recording.files().entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.toAbsolutePath().getParent());
                Files.write(path, file.getValue());
            }
        }
        return recordings.size();
    }

    static List<SyntheticRecording> recordings(long seed) {
        Studio studio = new Studio(seed);
        OpenAiChatTakes.record(studio);
        AzureChatTakes.record(studio);
        HostedChatTakes.record(studio);
        ServerChatTakes.record(studio);
        RelayTakes.record(studio);
        ToolOddityTakes.record(studio);
        ResponsesTakes.record(studio);
        HostedToolTakes.record(studio);
        CompatibleResponsesTakes.record(studio);
        MessagesTakes.record(studio);
        CompatibleMessagesTakes.record(studio);
        GeminiTakes.record(studio);
        VertexTakes.record(studio);
        OllamaTakes.record(studio);
        CohereTakes.record(studio);
        LegacyTakes.record(studio);
        OtherTakes.record(studio);
        ErrorBodies.record(studio);
        return studio.recordings();
    }
}

package io.streamgauge.corpus;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/**
 * The recordings below one folder, in the order of their stems, and everything that was found wrong with them.
 *
 * <p>A body or an expectation makes a recording, and so does a lone metadata file with an {@code api} field; folders
 * and files whose name begins with a dot are passed over.
 *
 * @param recordings those that can be decoded
 * @param problems what is missing, unreadable, malformed or contradictory; never silently skipped
 */
public record Corpus(Path folder, List<Recording> recordings, List<CorpusProblem> problems) {
    /** Copies the lists. */
    public Corpus {
        recordings = List.copyOf(recordings);
        problems = List.copyOf(problems);
    }

    /**
     * Reads the metadata and expectations of all recordings below {@code folder}. A folder that cannot be read is a
     * problem too.
     */
    public static Corpus read(Path folder) {
        List<CorpusProblem> problems = new ArrayList<>();
        List<Recording> recordings = new ArrayList<>();
        for (String stem : new StemFinder(folder, problems).find()) {
            RecordingReader reader = new RecordingReader(folder, stem);
            reader.read().ifPresent(recordings::add);
            problems.addAll(reader.problems());
        }
        return new Corpus(folder, recordings, problems);
    }

    /** The recording of this stem, or the only one of this name. */
    public Optional<Recording> find(String stemOrName) {
        Optional<Recording> byStem = recordings.stream()
                .filter(recording -> recording.stem().equals(stemOrName))
                .findFirst();
        List<Recording> byName = recordings.stream()
                .filter(recording -> recording.name().equals(stemOrName))
                .toList();
        return byStem.isPresent() || byName.size() != 1 ? byStem : Optional.of(byName.get(0));
    }

    /** Collects the stems of everything that looks like part of a recording. */
    private static final class StemFinder extends SimpleFileVisitor<Path> {
        private final Path folder;
        private final List<CorpusProblem> problems;
        private final TreeSet<String> stems = new TreeSet<>();
        private final List<String> loneMetadata = new ArrayList<>();

        StemFinder(Path folder, List<CorpusProblem> problems) {
            this.folder = folder;
            this.problems = problems;
        }

        Set<String> find() {
            try {
                Files.walkFileTree(folder, this);
            } catch (IOException e) {
                problems.add(problem(folder, e));
            }
            loneMetadata.stream()
                    .filter(stem -> !stems.contains(stem))
                    .filter(this::namesAnApi)
                    .forEach(stems::add);
            return stems;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            boolean hidden = !directory.equals(folder) && isHidden(directory);
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String path = pathOf(file);
            if (isHidden(file)) {
                return FileVisitResult.CONTINUE;
            }
            if (path.endsWith(RecordingReader.EXPECTATION_EXTENSION)) {
                stems.add(without(RecordingReader.EXPECTATION_EXTENSION, path));
            } else if (path.endsWith(RecordingReader.METADATA_EXTENSION)) {
                loneMetadata.add(without(RecordingReader.METADATA_EXTENSION, path));
            } else {
                RecordingReader.BODY_EXTENSIONS.stream()
                        .map(extension -> '.' + extension)
                        .filter(path::endsWith)
                        .forEach(extension -> stems.add(without(extension, path)));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            problems.add(problem(file, e));
            return FileVisitResult.CONTINUE;
        }

        private static String without(String extension, String path) {
            return path.substring(0, path.length() - extension.length());
        }

        /** A lone JSON file may be anything; with a body or expectation beside it, it is found by those. */
        private boolean namesAnApi(String stem) {
            try {
                Path file = folder.resolve(stem + RecordingReader.METADATA_EXTENSION);
                return CorpusJson.read(file).path("api").isString();
            } catch (IOException | Fields.MalformedField e) {
                return false;
            }
        }

        private static boolean isHidden(Path path) {
            return String.valueOf(path.getFileName()).startsWith(".");
        }

        private String pathOf(Path file) {
            List<String> parts = StreamSupport.stream(folder.relativize(file).spliterator(), false)
                    .map(Path::toString)
                    .toList();
            return String.join("/", parts);
        }

        private CorpusProblem problem(Path file, IOException e) {
            String path = file.equals(folder) ? folder.toString() : pathOf(file);
            return new CorpusProblem(path, "", "cannot be read: " + e);
        }
    }
}

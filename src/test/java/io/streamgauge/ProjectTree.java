package io.streamgauge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where the project's own files are, seen from a test that an IDE or Maven may have started in any module. */
final class ProjectTree {
    static final Path ROOT = root();
    static final Path MAIN_SOURCES = ROOT.resolve("src/main/java");
    static final Path MAIN_CLASSES = ROOT.resolve("target/classes");
    static final Path TEST_CLASSES = ROOT.resolve("target/test-classes");

    /** Folders that hold what others wrote: builds, downloads, and recorded or case data. */
    private static final Set<Path> NOT_OURS = Set.of(
            ROOT.resolve("target"),
            ROOT.resolve("benchmarks/target"),
            ROOT.resolve("corpora"),
            ROOT.resolve("reports"),
            ROOT.resolve("src/main/resources"),
            ROOT.resolve("src/test/resources"));

    private static final Set<String> OUR_HIDDEN = Set.of(".ci", ".mvn");

    private ProjectTree() {}

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException(
                        "no .mvn folder above " + Path.of("").toAbsolutePath());
            }
        }
        return folder;
    }

    /** Every file written by hand, data excepted. */
    static List<Path> handWritten() {
        return filesUnder(ROOT)
                .filter(file -> NOT_OURS.stream().noneMatch(file::startsWith))
                .toList();
    }

    static Stream<Path> filesUnder(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(file -> !isForeign(folder.relativize(file)))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException("walking " + folder, e);
        }
    }

    /** An editor's, Git's or a download's: in a folder that is hidden or filled by a package manager. */
    private static boolean isForeign(Path file) {
        return IntStream.range(0, file.getNameCount() - 1)
                .mapToObj(part -> file.getName(part).toString())
                .anyMatch(name -> name.equals("node_modules") || (name.startsWith(".") && !OUR_HIDDEN.contains(name)));
    }
}

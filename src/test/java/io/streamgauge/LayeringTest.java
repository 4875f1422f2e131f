package io.streamgauge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;

/** Packages are named by what flows through them, and each may use only those that stand before it. */
class LayeringTest {
    private static final List<String> LAYERS = List.of(
            "bytes",
            "time",
            "event",
            "delta",
            "provider",
            "accumulate",
            "buffer",
            "result",
            "corpus",
            "measure",
            "transport",
            "server",
            "client",
            "record",
            "relay",
            "load",
            "conformance",
            "bench",
            "gate",
            "report",
            "cli");

    /** One line of {@code jdeps -verbose:class} that stays within the project. */
    private static final Pattern DEPENDENCE =
            Pattern.compile("^\\s+(io\\.streamgauge\\.\\S+)\\s+->\\s+(io\\.streamgauge\\.\\S+)", Pattern.MULTILINE);

    private record Dependence(String from, String to) {
        /** What is wrong with it, if anything is. */
        Optional<String> violation() {
            int user = LAYERS.indexOf(layerOf(from));
            int used = LAYERS.indexOf(layerOf(to));
            return user >= used ? Optional.empty() : Optional.of(from + " uses " + to);
        }
    }

    @Test
    void everyPackageHasItsPlaceInTheOrder() {
        List<String> strangers = CompiledClass.under(ProjectTree.MAIN_CLASSES)
                .filter(type -> !LAYERS.contains(type.layer()))
                .map(CompiledClass::name)
                .toList();

        assertEquals(List.of(), strangers, "classes outside of " + LAYERS);
    }

    @Test
    void noPackageUsesALaterOne() {
        List<Dependence> dependences = dependencesOf(ProjectTree.MAIN_CLASSES);

        assertFalse(dependences.isEmpty(), "jdeps found nothing in " + ProjectTree.MAIN_CLASSES);
        assertEquals(List.of(), violationsIn(dependences), "upward dependences");
    }

    @Test
    void anUpwardDependenceIsCaught() {
        Dependence down = new Dependence("io.streamgauge.cli.Main", "io.streamgauge.bytes.Utf8");
        Dependence within = new Dependence("io.streamgauge.time.Ticker", "io.streamgauge.time.NanoClock");
        Dependence up = new Dependence("io.streamgauge.bytes.Utf8", "io.streamgauge.time.NanoClock");

        assertEquals(
                List.of("io.streamgauge.bytes.Utf8 uses io.streamgauge.time.NanoClock"),
                violationsIn(List.of(down, within, up)));
    }

    @Test
    void onlyTheCommandLineEndsTheProcess() {
        List<String> exits = List.of("java/lang/System.exit", "java/lang/Runtime.exit", "java/lang/Runtime.halt");
        TreeSet<String> callers = new TreeSet<>();
        CompiledClass.under(ProjectTree.MAIN_CLASSES)
                .filter(type -> type.membersAmong(exits).findAny().isPresent())
                .forEach(type -> callers.add(type.layer()));

        callers.remove("cli");
        assertEquals(List.of(), List.copyOf(callers), "packages that end the process");
    }

    @Test
    void everyPackageIntroducesItselfAndIsNullMarked() {
        List<Path> silent = ProjectTree.filesUnder(ProjectTree.MAIN_SOURCES)
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !isIntroduced(folder))
                .map(ProjectTree.ROOT::relativize)
                .toList();

        assertEquals(List.of(), silent, "packages without a documented, @NullMarked package-info.java");
    }

    private static boolean isIntroduced(Path folder) {
        Path introduction = folder.resolve("package-info.java");
        try {
            String text = Files.exists(introduction) ? Files.readString(introduction) : "";
            return text.startsWith("/**") && text.contains("@NullMarked");
        } catch (IOException e) {
            throw new AssertionError("reading " + introduction, e);
        }
    }

    private static List<String> violationsIn(List<Dependence> dependences) {
        return dependences.stream()
                .map(Dependence::violation)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Class-level dependences between packages, as the JDK's own tool sees them. */
    private static List<Dependence> dependencesOf(Path classes) {
        StringWriter output = new StringWriter();
        PrintWriter out = new PrintWriter(output);
        int exit = ToolProvider.findFirst("jdeps").orElseThrow().run(out, out, "-verbose:class", classes.toString());
        assertEquals(0, exit, output.toString());

        Matcher lines = DEPENDENCE.matcher(output.toString());
        return lines.results()
                .map(line -> new Dependence(line.group(1), line.group(2)))
                .toList();
    }

    private static String layerOf(String className) {
        return className.split("\\.", -1)[2];
    }
}

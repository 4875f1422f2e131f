package io.streamgauge;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a reviewer should not have to say twice. */
class HouseRulesTest {
    private static final int MAX_FILE_LINES = 450;
    private static final int MAX_JAVA_LINE = 120;

    private static final Set<String> TEXT_KINDS =
            Set.of("java", "jte", "xml", "md", "css", "js", "mjs", "sh", "yml", "yaml", "properties", "config");
    private static final Set<String> TEXT_NAMES =
            Set.of("streamgauge", "run", "package.json", "package-lock.json", ".npmrc");

    private static final Pattern UNFINISHED = Pattern.compile("\\b(?:TO" + "DO|FIX" + "ME|XX" + "X)\\b");
    private static final Pattern SWITCHED_OFF_TEST = Pattern.compile("@(?:Disabled|Ignore)\\b");
    private static final Pattern MACHINE_PATH = Pattern.compile("(?<![\\w.$}])/(?:root|home|tmp|work)/");
    private static final Pattern REGISTRY = Pattern.compile(
            "https?://(?:[\\w-]+\\.)*(?:repo\\d?|registry|artifactory|nexus|mirrors?|packages|pypi|npmjs)\\b");
    private static final Pattern REPOSITORY_ELEMENT =
            Pattern.compile("<(?:repository|pluginRepository|distributionManagement)>");

    private static final List<String> CLOCKS = List.of(
            "java/lang/System.currentTimeMillis:",
            "java/lang/System.nanoTime:",
            "java/time/Instant.now:()",
            "java/time/LocalDate.now:()",
            "java/time/LocalDateTime.now:()",
            "java/time/OffsetDateTime.now:()",
            "java/time/ZonedDateTime.now:()");
    private static final List<String> UNSEEDED = List.of(
            "java/util/Random.<init>:()",
            "java/util/SplittableRandom.<init>:()",
            "java/util/random/RandomGenerator.getDefault:",
            "java/util/random/RandomGenerator.of:",
            "java/util/concurrent/ThreadLocalRandom.current:",
            "java/security/SecureRandom.<init>:()",
            "java/util/UUID.randomUUID:",
            "java/lang/Math.random:",
            "java/util/Collections.shuffle:(Ljava/util/List;)");
    private static final List<String> SLEEPS =
            List.of("java/lang/Thread.sleep:", "java/util/concurrent/TimeUnit.sleep:");

    @Test
    void noFileIsTwoIdeas() {
        assertNone(
                "files of more than " + MAX_FILE_LINES + " lines",
                texts().filter(text -> !text.kind().equals("md") && !text.kind().equals("json"))
                        .filter(text -> text.lines().size() > MAX_FILE_LINES)
                        .map(text -> text.path() + ": " + text.lines().size()));
    }

    @Test
    void javaLinesFitTheirColumn() {
        assertNone(
                "lines of more than " + MAX_JAVA_LINE + " characters",
                linesWhere(java(), line -> line.codePointCount(0, line.length()) > MAX_JAVA_LINE));
    }

    @Test
    void indentationIsSpaces() {
        assertNone("lines with a tab", linesWhere(texts(), line -> line.indexOf('\t') >= 0));
    }

    @Test
    void nothingIsLeftUnfinished() {
        assertNone("unfinished work", linesWith(texts(), UNFINISHED));
    }

    @Test
    void noTestIsSwitchedOff() {
        assertNone("tests that never run", linesWith(java(), SWITCHED_OFF_TEST));
    }

    @Test
    void nothingNamesAMachine() {
        assertNone("paths of one machine", linesWith(texts(), MACHINE_PATH));
    }

    @Test
    void nothingNamesAPackageRegistry() {
        assertNone("package registries", linesWith(texts(), REGISTRY));
        assertNone("repositories in a pom", linesWith(texts().filter(Text::isPom), REPOSITORY_ELEMENT));
    }

    @Test
    void timeAndChanceComeFromOutside() {
        List<CompiledClass> inner = CompiledClass.under(ProjectTree.MAIN_CLASSES)
                .filter(type -> !Set.of("time", "cli").contains(type.layer()))
                .toList();

        assertNone("clocks read outside of time and cli", uses(inner, CLOCKS));
        assertNone("chance that no seed repeats", uses(inner, UNSEEDED));
        assertNone("sleeping outside of time and cli", uses(inner, SLEEPS));
    }

    @Test
    void testsNeitherSleepNorGamble() {
        List<CompiledClass> tests =
                CompiledClass.under(ProjectTree.TEST_CLASSES).toList();

        assertNone("sleeping tests", uses(tests, SLEEPS));
        assertNone("tests that no seed repeats", uses(tests, UNSEEDED));
    }

    @Test
    void theRulesSeeWhatTheyForbid() {
        assertTrue(UNFINISHED.matcher("// TO" + "DO later").find());
        assertTrue(SWITCHED_OFF_TEST.matcher("    @" + "Disabled(\"flaky\")").find());
        assertTrue(MACHINE_PATH.matcher("Path.of(\"/" + "tmp/x\")").find());
        assertTrue(REGISTRY.matcher("https:/" + "/registry.example.org/a").find());
        assertTrue(REPOSITORY_ELEMENT.matcher("<" + "repository>").find());
        assertTrue(uses(List.of(itself()), List.of("java/lang/System.currentTimeMillis:"))
                        .count()
                == 1);
    }

    /** This class with a forbidden call in it, for the rule above to find. */
    private static CompiledClass itself() {
        long planted = System.currentTimeMillis();
        assertTrue(planted > 0);
        return CompiledClass.read(ProjectTree.TEST_CLASSES.resolve("io/streamgauge/HouseRulesTest.class"));
    }

    private static void assertNone(String what, Stream<String> found) {
        List<String> all = found.toList();
        assertTrue(all.isEmpty(), () -> what + ":\n" + String.join("\n", all) + "\n");
    }

    private static Stream<String> uses(List<CompiledClass> classes, List<String> members) {
        return classes.stream()
                .flatMap(type -> type.membersAmong(members).map(member -> type.name() + " uses " + member));
    }

    private static Stream<String> linesWith(Stream<Text> texts, Pattern pattern) {
        return linesWhere(texts, line -> pattern.matcher(line).find());
    }

    private static Stream<String> linesWhere(Stream<Text> texts, Predicate<String> rule) {
        return texts.flatMap(text -> text.linesWhere(rule));
    }

    private static Stream<Text> java() {
        return texts().filter(text -> text.kind().equals("java"));
    }

    private static Stream<Text> texts() {
        return ProjectTree.handWritten().stream().filter(Text::isText).map(Text::read);
    }

    /** A text file of ours. */
    private record Text(Path path, List<String> lines) {
        static Text read(Path file) {
            try {
                return new Text(ProjectTree.ROOT.relativize(file), Files.readAllLines(file));
            } catch (IOException e) {
                throw new UncheckedIOException("reading " + file, e);
            }
        }

        static boolean isText(Path file) {
            String name = file.getFileName().toString();
            return TEXT_NAMES.contains(name) || TEXT_KINDS.contains(kindOf(name));
        }

        private static String kindOf(String name) {
            return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        }

        String kind() {
            return kindOf(path.getFileName().toString());
        }

        boolean isPom() {
            return path.getFileName().toString().equals("pom.xml");
        }

        Stream<String> linesWhere(Predicate<String> rule) {
            List<String> found = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                if (rule.test(lines.get(i))) {
                    found.add(path + ":" + (i + 1) + ": " + lines.get(i).strip());
                }
            }
            return found.stream();
        }
    }
}

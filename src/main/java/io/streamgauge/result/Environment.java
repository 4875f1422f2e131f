package io.streamgauge.result;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The machine and the JVM a number was measured on. Without them a number means nothing to anybody else.
 *
 * @param cpu the processor's model name, or the architecture where the model is not to be had
 * @param cores processors this JVM may use, which in a container is fewer than the machine has
 * @param os distribution and kernel
 * @param jdk virtual machine, version and vendor
 * @param gc collectors, joined by commas
 * @param flags arguments the JVM was started with, without keys or credentials
 * @param load one-minute load average at the moment of asking; negative when the system does not tell
 * @param memoryMebibytes memory this process may use; 0 when the system does not tell
 * @param clockSource what the kernel reads time from; {@value #UNKNOWN} outside Linux
 */
public record Environment(
        String cpu,
        int cores,
        String os,
        String jdk,
        String gc,
        List<String> flags,
        double load,
        long memoryMebibytes,
        String clockSource) {

    /** Stands for any text the system would not tell. */
    public static final String UNKNOWN = "unknown";

    private static final Path ROOT = Path.of("/");

    public Environment {
        flags = List.copyOf(flags);
    }

    /** Looks at this machine and this JVM; never fails, what cannot be read is {@value #UNKNOWN}. */
    public static Environment capture() {
        return capture(ROOT);
    }

    /** As {@link #capture()}, with the system's files looked up below {@code root}. */
    static Environment capture(Path root) {
        return new Environment(
                cpu(root),
                Runtime.getRuntime().availableProcessors(),
                os(root),
                "%s %s (%s)".formatted(property("java.vm.name"), property("java.runtime.version"), vendor()),
                collectors(),
                ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                        .map(CommandRedactor::redact)
                        .toList(),
                Math.round(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage() * 100) / 100.0,
                usableMebibytes(),
                firstLine(root.resolve("sys/devices/system/clocksource/clocksource0/current_clocksource"))
                        .orElse(UNKNOWN));
    }

    private static String cpu(Path root) {
        return value(root.resolve("proc/cpuinfo"), "model name", ':').orElseGet(() -> property("os.arch"));
    }

    private static String os(Path root) {
        String kernel = property("os.name") + " " + property("os.version");
        return value(root.resolve("etc/os-release"), "PRETTY_NAME", '=')
                .map(name -> name.replace("\"", "") + ", " + kernel)
                .orElse(kernel);
    }

    private static String vendor() {
        return property("java.vendor");
    }

    private static String collectors() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(GarbageCollectorMXBean::getName)
                .collect(Collectors.joining(", "));
    }

    private static long usableMebibytes() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize() >> 20
                : 0;
    }

    private static String property(String name) {
        return System.getProperty(name, UNKNOWN);
    }

    /** The value of the first {@code key<separator>value} line with that key. */
    private static Optional<String> value(Path file, String key, char separator) {
        return lines(file)
                .filter(line -> line.startsWith(key) && line.indexOf(separator) > 0)
                .map(line -> line.substring(line.indexOf(separator) + 1).strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    private static Optional<String> firstLine(Path file) {
        return lines(file).map(String::strip).filter(line -> !line.isEmpty()).findFirst();
    }

    /** Latin-1, because every byte is a character of it and so no content can make reading fail. */
    private static Stream<String> lines(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).lines();
        } catch (IOException | SecurityException e) {
            return Stream.empty();
        }
    }
}

package io.streamgauge.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTest {
    @TempDir
    Path root;

    @Test
    void everyTextSaysSomething() {
        Environment here = Environment.capture();
        for (String text : new String[] {here.cpu(), here.os(), here.jdk(), here.gc(), here.clockSource()}) {
            assertFalse(text.isBlank());
        }
        assertTrue(here.cores() >= 1);
        assertTrue(here.memoryMebibytes() >= 0);
        assertTrue(here.jdk().contains(System.getProperty("java.runtime.version")));
    }

    @Test
    void aSystemWithoutFilesIsNamedByItsProperties() {
        Environment bare = Environment.capture(root);
        assertEquals(System.getProperty("os.arch"), bare.cpu());
        assertTrue(bare.os().startsWith(System.getProperty("os.name")));
        assertEquals(Environment.UNKNOWN, bare.clockSource());
    }

    @Test
    void filesOfTheSystemAreReadFromTheirFirstMatchingLine() throws IOException {
        put("proc/cpuinfo", "processor\t: 0\nmodel name\t: Sample CPU 9\nmodel name\t: another\n");
        put("etc/os-release", "NAME=\"Sample\"\nPRETTY_NAME=\"Sample OS 1\"\n");
        put("sys/devices/system/clocksource/clocksource0/current_clocksource", "tsc\n");
        Environment here = Environment.capture(root);
        assertEquals("Sample CPU 9", here.cpu());
        assertTrue(here.os().startsWith("Sample OS 1, "));
        assertEquals("tsc", here.clockSource());
    }

    @Test
    void filesOfNonsenseAreAsGoodAsNone() throws IOException {
        put("proc/cpuinfo", "model name\nmodel name :\n\u0000\u00ff\n");
        Files.createDirectories(root.resolve("etc/os-release"));
        put("sys/devices/system/clocksource/clocksource0/current_clocksource", "\n \n");
        Environment here = Environment.capture(root);
        assertEquals(System.getProperty("os.arch"), here.cpu());
        assertTrue(here.os().startsWith(System.getProperty("os.name")));
        assertEquals(Environment.UNKNOWN, here.clockSource());
    }

    private void put(String file, String content) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), content);
    }
}

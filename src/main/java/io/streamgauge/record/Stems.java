package io.streamgauge.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names for recordings: a folder for the provider, the dialect, and the next number that is free there. Made of
 * letters, digits and dashes alone, and of nothing that a stream says. One thread.
 */
final class Stems {
    private static final Pattern NUMBERED = Pattern.compile("([a-z0-9-]+)-(\\d{4,9})\\..*");

    private final Path folder;
    private final Map<String, Integer> last = new HashMap<>();

    Stems(Path folder) {
        this.folder = folder;
    }

    /**
     * The next name.
     *
     * @param provider a name that {@link Providers} gave
     */
    String next(String provider, String kind) throws IOException {
        String prefix = provider + '/' + kind;
        if (!last.containsKey(prefix)) {
            last.put(prefix, highest(provider, kind));
        }
        int number = last.merge(prefix, 1, Integer::sum);
        return "%s-%04d".formatted(prefix, number);
    }

    private int highest(String provider, String kind) throws IOException {
        Path place = folder.resolve(provider);
        if (!Files.isDirectory(place)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(place)) {
            List<Matcher> numbered = files.map(file -> NUMBERED.matcher(String.valueOf(file.getFileName())))
                    .filter(Matcher::matches)
                    .filter(matcher -> matcher.group(1).equals(kind))
                    .toList();
            return numbered.stream()
                    .mapToInt(matcher -> Integer.parseInt(matcher.group(2)))
                    .max()
                    .orElse(0);
        }
    }
}

package io.streamgauge;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What one class file calls and reads, taken from its constant pool (JVM specification, section 4.4).
 *
 * <p>The pool names a member however the source spelled it: qualified, statically imported or as a method reference.
 *
 * @param name binary name with slashes
 * @param members owner, name and descriptor of every method and field it refers to: {@code java/lang/System.exit:(I)V}
 */
record CompiledClass(String name, Set<String> members) {
    /** The top package below {@code io/streamgauge}, empty for a class that lies outside of any. */
    String layer() {
        String[] parts = name.split("/", -1);
        return parts.length > 3 ? parts[2] : "";
    }

    Stream<String> membersAmong(List<String> prefixes) {
        return members.stream().filter(member -> prefixes.stream().anyMatch(member::startsWith));
    }

    static Stream<CompiledClass> under(Path folder) {
        return ProjectTree.filesUnder(folder)
                .filter(file -> file.toString().endsWith(".class"))
                .map(CompiledClass::read);
    }

    static CompiledClass read(Path file) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            in.skipNBytes(8); // magic, minor and major version
            ConstantPool pool = new ConstantPool(in);
            in.skipNBytes(2); // access flags
            return new CompiledClass(pool.className(in.readUnsignedShort()), pool.members());
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    /** The pool as three parallel arrays; an entry uses those its kind needs. */
    private static final class ConstantPool {
        private static final int FIELD = 9;
        private static final int INTERFACE_METHOD = 11;

        private final int[] tags;
        private final int[] first;
        private final int[] second;
        private final String[] texts;

        ConstantPool(DataInputStream in) throws IOException {
            int count = in.readUnsignedShort();
            tags = new int[count];
            first = new int[count];
            second = new int[count];
            texts = new String[count];
            for (int i = 1; i < count; i++) {
                tags[i] = in.readUnsignedByte();
                readEntry(in, i);
                if (tags[i] == 5 || tags[i] == 6) {
                    i++; // a long or a double takes two places
                }
            }
        }

        private void readEntry(DataInputStream in, int i) throws IOException {
            switch (tags[i]) {
                case 1 -> texts[i] = in.readUTF();
                case 3, 4 -> in.skipNBytes(4);
                case 5, 6 -> in.skipNBytes(8);
                case 7, 8, 16, 19, 20 -> first[i] = in.readUnsignedShort();
                case 9, 10, 11, 12, 17, 18 -> {
                    first[i] = in.readUnsignedShort();
                    second[i] = in.readUnsignedShort();
                }
                case 15 -> in.skipNBytes(3);
                default -> throw new IOException("constant pool entry " + i + " has unknown tag " + tags[i]);
            }
        }

        String className(int index) {
            return texts[first[index]];
        }

        Set<String> members() {
            Set<String> members = new TreeSet<>();
            for (int i = 1; i < tags.length; i++) {
                if (tags[i] >= FIELD && tags[i] <= INTERFACE_METHOD) {
                    int nameAndType = second[i];
                    members.add(
                            className(first[i]) + "." + texts[first[nameAndType]] + ":" + texts[second[nameAndType]]);
                }
            }
            return members;
        }
    }
}

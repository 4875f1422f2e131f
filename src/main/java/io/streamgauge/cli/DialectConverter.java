package io.streamgauge.cli;

import io.streamgauge.provider.Dialect;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a dialect by the name that recordings use. */
final class DialectConverter implements ITypeConverter<Dialect> {
    @Override
    public Dialect convert(String name) {
        return Dialect.byWireName(name)
                .orElseThrow(() -> new TypeConversionException("unknown dialect " + name + "; there are " + names()));
    }

    static String names() {
        return Arrays.stream(Dialect.values()).map(Dialect::wireName).collect(Collectors.joining(", "));
    }

    /** All names, for help texts. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Dialect.values()).map(Dialect::wireName).iterator();
        }
    }
}

package io.streamgauge.record;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one exchange gave away about who asked: keys, cookies, accounts, organisations. Bodies repeat it (an error that
 * quotes the key, a limit that names the organisation), so whatever is written is masked with it. Immutable.
 */
final class Secrets {
    /** What is shorter is no secret worth the name, and would be found everywhere. */
    static final int MIN_BYTES = 8;

    /** What is longer is cut; its beginning gives it away well enough. */
    static final int MAX_BYTES = 8 << 10;

    /** More would only slow down whoever looks for them. */
    static final int MAX_SECRETS = 256;

    /** What stands for every byte of a secret, so that lengths and offsets stay true. */
    static final byte MASK = 'x';

    /** A header or query parameter whose name has one of these in it is about who asks. */
    private static final List<String> TELLING = List.of(
            "key",
            "token",
            "secret",
            "auth",
            "cookie",
            "session",
            "organi",
            "project",
            "account",
            "user",
            "tenant",
            "signature",
            "credential",
            "email",
            "customer",
            "workspace",
            "password");

    private static final Set<String> HARMLESS = Set.of("user-agent", "idempotency-key");

    private static final Pattern BETWEEN_PARTS = Pattern.compile("[\\s,;]+");
    private static final Pattern NAMED_PART = Pattern.compile("[\\w.-]{1,64}=(?<value>\"?[^=].*)");

    private static final Secrets NONE = new Secrets(Set.of());

    private final List<byte[]> values;
    private final Set<String> texts;

    private Secrets(Set<String> texts) {
        this.texts = texts;
        values = texts.stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** What a request tells by its target and its headers. */
    static Secrets of(String target, Iterable<Map.Entry<String, String>> headers) {
        Set<String> found = new LinkedHashSet<>();
        int query = target.indexOf('?');
        if (query >= 0) {
            for (String parameter : target.substring(query + 1).split("&", -1)) {
                int sign = parameter.indexOf('=');
                if (sign > 0 && isTelling(parameter.substring(0, sign))) {
                    add(found, parameter.substring(sign + 1));
                }
            }
        }
        return NONE.with(found).and(headers);
    }

    /** These, and what more headers tell. */
    Secrets and(Iterable<Map.Entry<String, String>> headers) {
        Set<String> found = new LinkedHashSet<>();
        for (Map.Entry<String, String> header : headers) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (isTelling(name) && !HARMLESS.contains(name) && !KeptHeaders.isKept(name)) {
                addHeader(found, name, header.getValue());
            }
        }
        return with(found);
    }

    private Secrets with(Set<String> more) {
        Set<String> all = new LinkedHashSet<>(texts);
        more.stream().limit(Math.max(0, MAX_SECRETS - all.size())).forEach(all::add);
        return new Secrets(all);
    }

    private static boolean isTelling(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return TELLING.stream().anyMatch(lower::contains) || lower.equals("sig");
    }

    private static void addHeader(Set<String> found, String name, String value) {
        String text = value.strip();
        int blank = text.indexOf(' ');
        if (name.endsWith("authorization") && blank > 0) {
            text = text.substring(blank + 1);
            addBasic(found, text);
        } else if (name.equals("set-cookie") && text.indexOf(';') >= 0) {
            text = text.substring(0, text.indexOf(';'));
        }
        for (String part : BETWEEN_PARTS.split(text, -1)) {
            Matcher named = NAMED_PART.matcher(part);
            add(found, named.matches() ? named.group("value").replace("\"", "") : part);
        }
    }

    /** {@code Basic}: name and password in base64, which a body would quote as they are. */
    private static void addBasic(Set<String> found, String credentials) {
        decodedBase64(credentials).ifPresent(plain -> {
            add(found, plain);
            add(found, plain.substring(plain.indexOf(':') + 1));
        });
    }

    private static Optional<String> decodedBase64(String text) {
        try {
            String plain = new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
            return Optional.of(plain).filter(found -> found.indexOf(':') >= 0 && found.indexOf('\uFFFD') < 0);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Adds a value in all the spellings in which a body may have it. */
    private static void add(Set<String> found, String value) {
        List<String> spellings = new ArrayList<>(List.of(value));
        // SigV4 puts the key's id in front of a scope.
        int scope = value.indexOf('/');
        if (scope > 0) {
            spellings.add(value.substring(0, scope));
        }
        if (value.indexOf('%') >= 0) {
            spellings.add(percentDecoded(value));
        }
        for (String spelling : List.copyOf(spellings)) {
            spellings.add(spelling.replace("/", "\\/"));
        }
        spellings.stream()
                .map(spelling -> spelling.length() > MAX_BYTES ? spelling.substring(0, MAX_BYTES) : spelling)
                .filter(spelling -> spelling.getBytes(StandardCharsets.UTF_8).length >= MIN_BYTES)
                .forEach(found::add);
    }

    private static String percentDecoded(String value) {
        try {
            return java.net.URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }

    /** The values, to be looked for in bytes. */
    List<byte[]> values() {
        return values;
    }

    /** A text of which nothing secret is left. */
    String mask(String text) {
        String masked = text;
        for (String secret : texts) {
            masked = masked.replace(secret, String.valueOf((char) MASK).repeat(secret.length()));
        }
        return masked;
    }

    /** Never the values themselves. */
    @Override
    public String toString() {
        return values.size() + " secrets";
    }
}

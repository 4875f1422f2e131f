package io.streamgauge.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes keys and credentials out of command lines before anything is written down.
 *
 * <p>When in doubt it takes out too much: a reader can live without a value, its owner cannot live with a leaked key.
 * What is recognised: values of options, variables, headers and query fields whose name speaks of a secret; user and
 * password in a URL; {@code Bearer} and {@code Basic} credentials; and the well-known shapes of provider keys.
 */
public final class CommandRedactor {
    /** What stands in the place of a secret. */
    public static final String MASK = "***";

    /**
     * A name is secret if one of its parts, split at humps and at all but letters, is one of these or begins with key.
     */
    private static final Set<String> SECRET_WORDS = Set.of(
            "apikey",
            "token",
            "secret",
            "secrets",
            "password",
            "passwd",
            "passphrase",
            "authorization",
            "auth",
            "bearer",
            "credential",
            "credentials",
            "cookie",
            "signature",
            "sig");

    private static final Pattern WORD = Pattern.compile("\\p{Lu}?\\p{Ll}+|\\p{Lu}+(?!\\p{Ll})");
    /**
     * An option, variable or header and its value: {@code --api-key=V}, {@code OPENAI_API_KEY=V}, {@code x-api-key: V}.
     */
    private static final Pattern NAMED_VALUE =
            Pattern.compile("(?s)(?<name>-{0,2}[\\w.-]+)(?<sign>\\s*[=:]\\s*)(?<value>.+)");
    /** One field of a query or form. */
    private static final Pattern QUERY_FIELD = Pattern.compile("(?<=[?&#;])(?<name>[\\w.-]+)=(?<value>[^&#;\\s\"']*)");

    private static final Pattern JSON_FIELD =
            Pattern.compile("\"(?<name>[\\w.-]+)\"(?<sign>\\s*:\\s*)\"(?<value>(?:[^\"\\\\]|\\\\.)*+)\"");
    private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/?#\\s]*@");
    private static final Pattern SCHEME_CREDENTIALS =
            Pattern.compile("(?i)\\b(?<scheme>bearer|basic|token)(?<sign>\\s+|%20)[\\w.~+/=%-]{6,}");
    private static final Pattern KEY_SHAPES =
            Pattern.compile("\\b(?:sk|rk|pk|gsk|xai|hf|r8|nvapi|pplx|csk|fw|ghp|gho)[-_][\\w-]{8,}|"
                    + "\\bAIza[\\w-]{20,}|\\b(?:AKIA|ASIA)[A-Z0-9]{12,}");

    private static final Pattern SHELL_SAFE = Pattern.compile("[\\w@%+=:,./~-]*");

    private CommandRedactor() {}

    /** The arguments as one line that a shell would take apart again, without secrets. */
    public static String commandLine(List<String> arguments) {
        List<String> words = new ArrayList<>();
        boolean valueOfSecret = false;
        for (String argument : arguments) {
            words.add(quoted(valueOfSecret ? MASK : redact(argument)));
            valueOfSecret = !valueOfSecret && isOption(argument) && isSecret(argument);
        }
        return String.join(" ", words);
    }

    /** One argument, or any text, without the secrets that can be recognised in it alone. */
    public static String redact(String text) {
        Matcher named = NAMED_VALUE.matcher(text);
        if (named.matches() && isSecret(named.group("name"))) {
            return named.group("name") + named.group("sign") + MASK;
        }
        if (named.matches() && named.group("name").startsWith("-")) {
            return named.group("name") + named.group("sign") + redact(named.group("value"));
        }
        String open = USER_INFO.matcher(text).replaceAll(MASK + "@");
        open = QUERY_FIELD.matcher(open).replaceAll(CommandRedactor::queryField);
        open = JSON_FIELD.matcher(open).replaceAll(CommandRedactor::jsonField);
        open = SCHEME_CREDENTIALS.matcher(open).replaceAll("${scheme}${sign}" + MASK);
        return KEY_SHAPES.matcher(open).replaceAll(MASK);
    }

    private static String queryField(MatchResult field) {
        String name = field.group(1);
        return Matcher.quoteReplacement(name + "=" + (isSecret(name) ? MASK : field.group(2)));
    }

    private static String jsonField(MatchResult field) {
        String name = field.group(1);
        String value = isSecret(name) ? MASK : field.group(3);
        return Matcher.quoteReplacement("\"" + name + "\"" + field.group(2) + "\"" + value + "\"");
    }

    private static boolean isOption(String argument) {
        return argument.startsWith("-") && argument.indexOf('=') < 0;
    }

    private static boolean isSecret(String name) {
        return WORD.matcher(name)
                .results()
                .map(word -> word.group().toLowerCase(Locale.ROOT))
                .anyMatch(word -> word.startsWith("key") || SECRET_WORDS.contains(word));
    }

    private static String quoted(String word) {
        boolean plain =
                !word.isEmpty() && SHELL_SAFE.matcher(word.replace(MASK, "")).matches();
        return plain ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}

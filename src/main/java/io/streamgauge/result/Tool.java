package io.streamgauge.result;

import java.util.Optional;

/**
 * Which streamgauge measured.
 *
 * @param version from the jar's manifest; {@code development} when the classes did not come from a jar
 * @param commit the source revision, {@code unknown} unless whoever started the process said it
 */
public record Tool(String version, String commit) {
    /** The system property by which the launcher tells the revision it built. */
    public static final String COMMIT_PROPERTY = "streamgauge.commit";

    /** This very program. */
    public static Tool current() {
        String version = Optional.ofNullable(Tool.class.getPackage().getImplementationVersion())
                .orElse("development");
        return new Tool(version, System.getProperty(COMMIT_PROPERTY, "unknown"));
    }
}

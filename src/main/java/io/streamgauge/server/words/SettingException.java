package io.streamgauge.server.words;

/** A setting whose words cannot be read; whoever took them in knows where they stood and tells it. */
public final class SettingException extends IllegalArgumentException {
    private final String name;
    private final String value;
    private final String expected;

    /**
     * Names the setting.
     *
     * @param expected what would have been right, as in {@code "a time such as 20ms"}
     */
    public SettingException(String name, String value, String expected) {
        super(name + " is '" + value + "': expected " + expected);
        this.name = name;
        this.value = value;
        this.expected = expected;
    }

    /** The setting, without what stands in front of it in a header or flag. */
    public String name() {
        return name;
    }

    /** What was given. */
    public String value() {
        return value;
    }

    /** What would have been right. */
    public String expected() {
        return expected;
    }
}

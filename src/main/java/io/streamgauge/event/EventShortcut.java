package io.streamgauge.event;

/**
 * Takes whole events off a parser's hands, where they lie, before the parser looks at them.
 *
 * <p>A parser asks at every position where an event begins, so a shortcut must answer quickly, and must take an event
 * only if the parser would have handed out exactly that event and nothing else.
 */
@FunctionalInterface
public interface EventShortcut {
    /**
     * Takes the event that begins at {@code from}, if it can.
     *
     * @param to the end of what may be looked at; an event that is not whole before it must be left
     * @param byteOffset where in the body the event begins
     * @param eventNumber the number it has
     * @return the position behind the event with all that ends it, or {@code from} when it was left
     */
    int take(byte[] source, int from, int to, long byteOffset, long eventNumber);
}

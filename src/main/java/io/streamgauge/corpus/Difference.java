package io.streamgauge.corpus;

/**
 * Where a decoded recording departs from what is expected of it.
 *
 * @param recording its stem
 * @param field the field of the expectation, such as {@code choices[1].tool_calls[0].arguments}
 * @param expected what should be there; of a long text the surroundings of the departure
 * @param actual what is there
 * @param event the event that brought the first departure, from 0; the number of events when something is missing at
 *     the end
 * @param byteOffset where in the body that event begins; the length of the body when something is missing at the end
 * @param fragment how the body was cut
 */
public record Difference(
        String recording, String field, String expected, String actual, long event, long byteOffset, String fragment) {}

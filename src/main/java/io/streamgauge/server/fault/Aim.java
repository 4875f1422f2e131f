package io.streamgauge.server.fault;

import java.util.List;

/** What kind of place a fault can be aimed at. */
public enum Aim {
    /** The whole answer: only a probability can be given. */
    ANSWER,
    /** The same, but at a moment. */
    MOMENT,
    /** A place in the body; with {@code @each} the first event that is hit. */
    SPOT,
    /** The same, or even before the head. */
    SPOT_OR_HEAD,
    /** Events; with {@code @each} all that are hit. */
    EVENTS;

    private static final String PROBABILITY = "@p=P";

    private List<Place.Named> named() {
        return switch (this) {
            case ANSWER, MOMENT -> List.of(Place.Named.WHOLE);
            case SPOT, EVENTS -> List.of(Place.Named.START, Place.Named.MIDDLE, Place.Named.END, Place.Named.EACH);
            case SPOT_OR_HEAD ->
                List.of(Place.Named.HEAD, Place.Named.START, Place.Named.MIDDLE, Place.Named.END, Place.Named.EACH);
        };
    }

    boolean takes(Place place) {
        return switch (this) {
            case ANSWER -> place == Place.Named.WHOLE;
            case MOMENT -> place == Place.Named.WHOLE || place instanceof Place.Time;
            default -> place instanceof Place.Named name ? named().contains(name) : true;
        };
    }

    /** The words that can stand behind such a fault. */
    String form() {
        return switch (this) {
            case ANSWER -> PROBABILITY;
            case MOMENT -> "@time=T, " + PROBABILITY;
            default -> {
                StringBuilder form = new StringBuilder("@event=N, @byte=N, @time=T, ");
                named().forEach(name -> form.append(name).append(", "));
                yield form.append(PROBABILITY).toString();
            }
        };
    }
}

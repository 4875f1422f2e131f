package io.streamgauge.corpus;

/** A way in which a recorded body reaches a decoder: cut in memory, or over a network. */
public interface Delivery {
    /** How reports call it. */
    String name();

    /**
     * Decodes one recording; the same message must come out whatever the delivery.
     *
     * @throws DeliveryException if other bytes than the recording's arrived
     */
    Decoding decode(Recording recording);
}

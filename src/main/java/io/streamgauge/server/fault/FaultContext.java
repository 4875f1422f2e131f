package io.streamgauge.server.fault;

import io.streamgauge.provider.Dialect;
import io.streamgauge.server.pace.Chance;

/**
 * What a fault has to know of the request, besides the answer.
 *
 * @param dialect what the answer speaks
 * @param path of the request, for a redirect to it
 * @param errors the words of the vendor
 * @param chance the fault's own draws; those of another fault do not shift them
 */
public record FaultContext(Dialect dialect, String path, VendorErrors errors, Chance chance) {
    /** Tells failures as a vendor does. */
    @FunctionalInterface
    public interface VendorErrors {
        /** The JSON body of an answer with this status, which is no success. */
        byte[] body(int status);
    }
}

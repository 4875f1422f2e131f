package io.streamgauge.measure;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One event as it stands on the wire, and what a person says it is. */
record WireEvent(String wire, Sort sort) {
    /** What an event means to whoever measures. */
    enum Sort {
        /** Carries nothing that was generated. */
        SILENT,
        /** Carries reasoning. */
        REASONING,
        /** Carries text, a refusal or a piece of a tool call. */
        OUTPUT,
        /** Ends the protocol. */
        TERMINAL
    }

    boolean isToken() {
        return sort == Sort.REASONING || sort == Sort.OUTPUT;
    }

    static WireEvent silent(String json) {
        return sse(json, Sort.SILENT);
    }

    static WireEvent reasoning(String json) {
        return sse(json, Sort.REASONING);
    }

    static WireEvent output(String json) {
        return sse(json, Sort.OUTPUT);
    }

    static WireEvent terminal(String json) {
        return sse(json, Sort.TERMINAL);
    }

    private static WireEvent sse(String json, Sort sort) {
        return new WireEvent("data: " + json + "\n\n", sort);
    }

    byte[] bytes() {
        return wire.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] bodyOf(List<WireEvent> events) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        events.forEach(event -> body.writeBytes(event.bytes()));
        return body.toByteArray();
    }

    /** Where each event ends in the body. */
    static int[] endsOf(List<WireEvent> events) {
        int[] ends = new int[events.size()];
        int at = 0;
        for (int k = 0; k < ends.length; k++) {
            at += events.get(k).bytes().length;
            ends[k] = at;
        }
        return ends;
    }

    /** A Chat Completions chunk with this delta. */
    static String chunk(String delta) {
        return "{\"id\":\"c-1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\","
                + "\"choices\":[{\"index\":0,\"delta\":" + delta + ",\"finish_reason\":null}]}";
    }
}

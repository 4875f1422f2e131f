package io.streamgauge.record;

import java.util.Map;
import java.util.Optional;

/**
 * What is known of an answer when its head has come.
 *
 * @param plan as what it is recorded
 * @param contentType masked, and with its parameters
 * @param headers those that are kept, masked
 * @param encoding the content encoding of the body; empty for none
 * @param secrets of the exchange
 * @param request the body of the request, if it is to be written
 * @param provider who answers; the folder it goes to
 * @param provenance for people
 */
record Take(
        AnswerPlan plan,
        int status,
        String contentType,
        Map<String, String> headers,
        String encoding,
        Secrets secrets,
        Optional<byte[]> request,
        String provider,
        String provenance) {}

package io.streamgauge.record;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One request and its answer, as somebody else has saved them.
 *
 * @param number of the entry within its file, from 1
 * @param url of the request, query included
 * @param requestHeaders names and values; cookies that were saved apart are among them
 * @param status of the answer
 * @param responseHeaders names and values
 * @param body as it was saved; empty when it was not
 * @param missing why there is no body, for people
 */
record ForeignExchange(
        int number,
        String method,
        String url,
        List<Map.Entry<String, String>> requestHeaders,
        int status,
        List<Map.Entry<String, String>> responseHeaders,
        Optional<byte[]> body,
        String missing) {
    /** Takes the entries of a file, in order. */
    interface Sink {
        void exchange(ForeignExchange exchange) throws IOException;

        /** An entry cannot be understood; others may follow. */
        void problem(ImportException e);
    }

    /** Makes one of a node of a file's tree. */
    @FunctionalInterface
    interface Reader {
        ForeignExchange read(int number, JsonNode entry) throws ImportException;
    }

    /** Hands out what a reader makes of an entry. */
    static void hand(int number, JsonNode entry, Reader reader, Sink sink) throws IOException {
        try {
            sink.exchange(reader.read(number, entry));
        } catch (ImportException e) {
            sink.problem(e);
        }
    }

    /** The first header of this name, or nothing. */
    String responseHeader(String name) {
        return responseHeaders.stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** Path and query of the URL. */
    String target() {
        int scheme = url.indexOf("://");
        if (scheme < 0) {
            return url;
        }
        int path = url.indexOf('/', scheme + 3);
        return path < 0 ? "/" : url.substring(path);
    }

    /** The host of the URL, without user and port; empty when there is none. */
    String host() {
        int scheme = url.indexOf("://");
        if (scheme < 0) {
            return "";
        }
        String rest = url.substring(scheme + 3);
        String authority = rest.split("[/?#]", 2)[0];
        return authority.substring(authority.lastIndexOf('@') + 1).replaceAll(":\\d*$", "");
    }
}

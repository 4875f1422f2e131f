package io.streamgauge.result;

import tools.jackson.databind.JsonNode;

/**
 * A result together with the name people know it by, usually its file's.
 *
 * @param name shown in reports, and named in every complaint about the content
 */
public record NamedDocument(String name, JsonNode content) {}

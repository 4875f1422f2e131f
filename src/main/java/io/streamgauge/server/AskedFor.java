package io.streamgauge.server;

import java.io.InputStream;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * What the body of a request says that matters here. The rest is read past, token by token, so that neither a long nor
 * a deep body costs memory.
 */
record AskedFor(Optional<String> model, Optional<String> assistant, Optional<Boolean> stream) {
    /** A body may nest as deep as real tool schemas and hostile ones do, and no deeper. */
    static final int MAX_DEPTH = 500;

    /** The longest name of a model or assistant, in characters. */
    static final int MAX_ID_CHARS = 1_000;

    static final AskedFor NOTHING = new AskedFor(Optional.empty(), Optional.empty(), Optional.empty());

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    /**
     * Reads a body; an empty one asks for nothing.
     *
     * @throws RefusedException when it is not one JSON object, or says something of a wrong kind
     */
    static AskedFor read(InputStream body) throws RefusedException {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), body)) {
            JsonToken first = json.nextToken();
            if (first == null) {
                return NOTHING;
            }
            if (first != JsonToken.START_OBJECT) {
                throw new RefusedException(Refusal.BAD_REQUEST, "The request body must be a JSON object.");
            }
            AskedFor asked = fields(json);
            if (json.nextToken() != null) {
                throw new RefusedException(
                        Refusal.BAD_REQUEST, "The request body has something behind its JSON object.");
            }
            return asked;
        } catch (JacksonException e) {
            throw new RefusedException(
                    Refusal.BAD_REQUEST, "We could not parse the JSON body of your request: " + e.getOriginalMessage());
        }
    }

    private static AskedFor fields(JsonParser json) throws RefusedException {
        Optional<String> model = Optional.empty();
        Optional<String> assistant = Optional.empty();
        Optional<Boolean> stream = Optional.empty();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value != JsonToken.VALUE_NULL && name.equals("model")) {
                model = Optional.of(id(json, value));
            } else if (value != JsonToken.VALUE_NULL && name.equals("assistant_id")) {
                assistant = Optional.of(id(json, value));
            } else if (value != JsonToken.VALUE_NULL && name.equals("stream")) {
                stream = Optional.of(stream(value));
            } else {
                json.skipChildren();
            }
        }
        return new AskedFor(model, assistant, stream);
    }

    private static String id(JsonParser json, JsonToken value) throws RefusedException {
        if (value != JsonToken.VALUE_STRING || json.getStringLength() > MAX_ID_CHARS) {
            throw new RefusedException(
                    Refusal.BAD_REQUEST,
                    "Invalid value for '" + json.currentName() + "': expected a string of at most " + MAX_ID_CHARS
                            + " characters.");
        }
        return json.getString();
    }

    private static boolean stream(JsonToken value) throws RefusedException {
        if (!value.isBoolean()) {
            throw new RefusedException(Refusal.BAD_REQUEST, "Invalid value for 'stream': expected true or false.");
        }
        return value == JsonToken.VALUE_TRUE;
    }
}

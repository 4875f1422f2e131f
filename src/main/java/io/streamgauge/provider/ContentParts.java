package io.streamgauge.provider;

import io.streamgauge.bytes.JsonKind;
import io.streamgauge.bytes.JsonName;
import io.streamgauge.bytes.JsonTape;
import io.streamgauge.delta.Deviation;
import io.streamgauge.delta.OpaqueKind;

/**
 * Text that comes in pieces of JSON and not as a plain string: Mistral's {@code content} as a list of typed parts, and
 * OpenRouter's {@code reasoning_details}.
 */
final class ContentParts {
    private static final JsonName TYPE = JsonName.of("type");
    private static final JsonName TEXT = JsonName.of("text");
    private static final JsonName THINKING = JsonName.of("thinking");
    private static final JsonName REFUSAL = JsonName.of("refusal");
    private static final JsonName REFERENCE = JsonName.of("reference");
    private static final JsonName IMAGE_URL = JsonName.of("image_url");
    private static final JsonName SUMMARY = JsonName.of("summary");
    private static final JsonName SIGNATURE = JsonName.of("signature");
    private static final JsonName DATA = JsonName.of("data");

    private final JsonEventDecoder decoder;
    private final JsonTape json;

    ContentParts(JsonEventDecoder decoder) {
        this.decoder = decoder;
        json = decoder.json;
    }

    /** Hands out a string, a typed part or a list of both. */
    void content(int choice, int content) {
        if (json.is(content, JsonKind.ARRAY)) {
            for (int part = json.first(content); part != JsonTape.MISSING; part = json.next(content, part)) {
                part(choice, part);
            }
        } else {
            part(choice, content);
        }
    }

    private void part(int choice, int part) {
        if (json.is(part, JsonKind.STRING)) {
            decoder.text(choice, 0, part);
        } else if (json.isPresent(json.field(part, THINKING))) {
            thinking(choice, json.field(part, THINKING));
        } else if (json.is(json.field(part, TEXT), JsonKind.STRING)) {
            decoder.text(choice, 0, json.field(part, TEXT));
        } else if (json.is(json.field(part, REFUSAL), JsonKind.STRING)) {
            decoder.refusal(choice, 0, json.field(part, REFUSAL));
        } else if (json.is(part, JsonKind.OBJECT)) {
            decoder.opaque(kind(json.field(part, TYPE)), choice, 0, part);
        }
    }

    private OpaqueKind kind(int type) {
        if (json.stringEquals(type, REFERENCE)) {
            return OpaqueKind.CITATION;
        }
        return json.stringEquals(type, IMAGE_URL) ? OpaqueKind.IMAGE : OpaqueKind.OTHER;
    }

    private void thinking(int choice, int thinking) {
        decoder.reasoning(choice, 0, thinking);
        if (json.is(thinking, JsonKind.ARRAY)) {
            for (int part = json.first(thinking); part != JsonTape.MISSING; part = json.next(thinking, part)) {
                decoder.reasoning(choice, 0, json.is(part, JsonKind.STRING) ? part : json.field(part, TEXT));
            }
        }
    }

    /**
     * Hands out what {@code reasoning_details} holds.
     *
     * @param isTextKnown whether the same delta has given the words in a plain field, so that they are a copy here
     */
    void details(int choice, int details, boolean isTextKnown) {
        if (!json.is(details, JsonKind.ARRAY)) {
            return;
        }
        for (int detail = json.first(details); detail != JsonTape.MISSING; detail = json.next(details, detail)) {
            if (!isTextKnown) {
                onlyInDetails(choice, json.field(detail, TEXT));
                onlyInDetails(choice, json.field(detail, SUMMARY));
            } else {
                decoder.unread(json.field(detail, TEXT));
                decoder.unread(json.field(detail, SUMMARY));
            }
            decoder.opaque(OpaqueKind.SIGNATURE, choice, 0, json.field(detail, SIGNATURE));
            decoder.opaque(OpaqueKind.SIGNATURE, choice, 0, json.field(detail, DATA));
        }
    }

    private void onlyInDetails(int choice, int text) {
        if (json.is(text, JsonKind.STRING) && decoder.saysSomething(text)) {
            decoder.deviation(Deviation.REASONING_IN_DETAILS);
            decoder.reasoning(choice, 0, text);
        }
    }
}

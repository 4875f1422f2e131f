package io.streamgauge.provider;

/** The fields of the events of OpenAI Responses, by their numbers in {@link #TABLE}. */
final class ResponsesFields {
    static final FieldTable TABLE = new FieldTable(
            "type",
            "sequence_number",
            "error",
            "response",
            "item",
            "output_index",
            "content_index",
            "summary_index",
            "delta",
            "text",
            "refusal",
            "annotation");

    static final int TYPE = TABLE.number("type");
    static final int SEQUENCE_NUMBER = TABLE.number("sequence_number");
    static final int ERROR = TABLE.number("error");
    static final int RESPONSE = TABLE.number("response");
    static final int ITEM = TABLE.number("item");
    static final int OUTPUT_INDEX = TABLE.number("output_index");
    static final int CONTENT_INDEX = TABLE.number("content_index");
    static final int SUMMARY_INDEX = TABLE.number("summary_index");
    static final int DELTA = TABLE.number("delta");
    static final int TEXT = TABLE.number("text");
    static final int REFUSAL = TABLE.number("refusal");
    static final int ANNOTATION = TABLE.number("annotation");

    private ResponsesFields() {}
}

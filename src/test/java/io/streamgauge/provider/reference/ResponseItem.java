package io.streamgauge.provider.reference;

import io.streamgauge.delta.OpaqueKind;
import io.streamgauge.delta.ToolCallDelta;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One output item, and what of it was told. */
final class ResponseItem {
    /** Parts from the last one on share its mark. */
    private static final int MAX_PARTS = 64;

    private static final List<String> ARGUMENTS =
            List.of("arguments", "input", "code", "action", "operation", "queries");
    private static final List<String> RESULTS = List.of("output", "outputs", "results");

    /** What of an item is told. */
    enum Channel {
        TEXT(Blocks.Kind.TEXT),
        REFUSAL(Blocks.Kind.TEXT),
        REASONING(Blocks.Kind.REASONING),
        SUMMARY(Blocks.Kind.REASONING),
        FUNCTION(Blocks.Kind.FUNCTION),
        CUSTOM(Blocks.Kind.CUSTOM),
        SERVER(Blocks.Kind.SERVER);

        /** What an item that was not announced must be. */
        final Blocks.Kind kind;

        Channel(Blocks.Kind kind) {
            this.kind = kind;
        }
    }

    /** How far it has come. */
    enum State {
        ABSENT,
        OPEN,
        CLOSED
    }

    State state = State.ABSENT;
    Blocks.Kind kind = Blocks.Kind.OTHER;
    private int argumentBytes;
    private boolean isTold;
    private boolean isResultTold;
    private Set<Integer> parts = new HashSet<>();
    private final Set<Integer> summaries = new HashSet<>();
    private Set<Integer> annotated = new HashSet<>();

    static Blocks.Kind kindOf(Json item) {
        String type = item.get("type").string();
        Json shell = item.get("environment").get("type");
        return switch (type) {
            case "message" -> Blocks.Kind.TEXT;
            case "reasoning" -> Blocks.Kind.REASONING;
            case "custom_tool_call" -> Blocks.Kind.CUSTOM;
            case "function_call", "computer_call", "local_shell_call", "apply_patch_call" -> Blocks.Kind.FUNCTION;
            case "shell_call" ->
                shell.is(Json.Kind.STRING) && !shell.string().equals("local")
                        ? Blocks.Kind.SERVER
                        : Blocks.Kind.FUNCTION;
            default -> type.endsWith("_call") ? Blocks.Kind.SERVER : Blocks.Kind.OTHER;
        };
    }

    void open(Blocks.Kind newKind) {
        kind = newKind;
        state = State.OPEN;
    }

    /** Whether nothing of this part was told before; from now on something was. */
    boolean isFirst(Channel channel, int part) {
        return (channel == Channel.SUMMARY ? summaries : parts).add(mark(part));
    }

    private static int mark(int part) {
        return Math.min(part, MAX_PARTS - 1);
    }

    void annotated(int part) {
        annotated.add(mark(part));
    }

    /** Text in a reasoning item means reasoning. */
    boolean isMisplaced(Channel channel) {
        return kind == Blocks.Kind.REASONING && channel == Channel.TEXT;
    }

    void words(Teller teller, int index, Channel channel, Json words) {
        if (channel == Channel.REFUSAL) {
            teller.refusal(0, index, words);
        } else if (channel == Channel.TEXT && !isMisplaced(channel)) {
            teller.text(0, index, words);
        } else {
            teller.reasoning(0, index, words);
        }
    }

    // Calls.

    private Call named(int index, Json value) {
        String callId = value.get("call_id").string();
        String name = value.get("name").string();
        String type = value.get("type").string();
        String nameOfType = type.endsWith("_call") ? type.substring(0, type.length() - "_call".length()) : type;
        return new Call(0, index)
                .named(callId.isEmpty() ? value.get("id").string() : callId, name.isEmpty() ? nameOfType : name)
                .kind(kind.toolKind());
    }

    private static String argumentsOf(Json value) {
        Json arguments = value.firstOf(ARGUMENTS);
        return arguments.isFilled() ? arguments.raw() : arguments.string();
    }

    /** A call is announced if it has a name or text for arguments; others are told when they are whole. */
    void announceCall(Teller teller, int index, Json value) {
        if (value.get("name").is(Json.Kind.STRING) || value.firstOf(ARGUMENTS).is(Json.Kind.STRING)) {
            isTold = true;
            told(teller, named(index, value).with(argumentsOf(value)).form(ToolCallDelta.Form.FALLBACK));
        }
    }

    private void told(Teller teller, Call call) {
        argumentBytes = Teller.utf8Length(call.arguments);
        teller.call(call);
    }

    void arguments(Teller teller, int index, Channel channel, Json delta) {
        Call call = new Call(0, index).kind(kindOfCall(channel.kind).toolKind());
        teller.withArguments(call, delta);
        if (!call.arguments.isEmpty()) {
            int before = call.form == ToolCallDelta.Form.WHOLE ? 0 : argumentBytes;
            told(teller, call);
            argumentBytes += before;
        }
    }

    private Blocks.Kind kindOfCall(Blocks.Kind fallback) {
        return kind.isCall() ? kind : fallback;
    }

    /** Tells the arguments as a whole if the pieces did not make as many bytes. */
    void wholeArguments(Teller teller, int index, Blocks.Kind fallback, Json value) {
        String arguments = argumentsOf(value);
        if (!arguments.isEmpty() && Teller.utf8Length(arguments) != argumentBytes) {
            Call call = new Call(0, index).kind(kindOfCall(fallback).toolKind());
            told(teller, call.with(arguments).form(ToolCallDelta.Form.WHOLE));
        }
    }

    // Whole items.

    /** Tells what was not told of the item, and closes it. */
    void complete(Teller teller, int index, Json value) {
        kind = value.isPresent() ? kindOf(value) : kind;
        switch (kind) {
            case TEXT -> parts(teller, index, Channel.TEXT, value.get("content").elements);
            case REASONING -> reasoning(teller, index, value);
            case FUNCTION, CUSTOM, SERVER -> call(teller, index, value);
            case OTHER -> other(teller, index, value);
        }
        boolean isClosed = state == State.CLOSED;
        state = State.CLOSED;
        if (!isClosed && kind.isCall() && !value.get("status").string().equals("incomplete")) {
            teller.callEnd(0, index);
        }
    }

    private void reasoning(Teller teller, int index, Json value) {
        parts(teller, index, Channel.SUMMARY, value.get("summary").elements);
        parts(teller, index, Channel.REASONING, value.get("content").elements);
        Json proof = value.get("encrypted_content");
        if (!isResultTold && !proof.string().isEmpty()) {
            isResultTold = true;
            teller.opaque(OpaqueKind.SIGNATURE, 0, index, proof);
        }
    }

    private void parts(Teller teller, int index, Channel channel, List<Json> list) {
        if (channel != Channel.SUMMARY) {
            align(list.size());
        }
        for (int part = 0; part < list.size(); part++) {
            Json value = list.get(part);
            boolean isRefusal = value.get("refusal").is(Json.Kind.STRING);
            Json words = value.get(isRefusal ? "refusal" : "text");
            Channel said = isRefusal ? Channel.REFUSAL : channel;
            if (!words.string().isEmpty() && isFirst(said, part)) {
                words(teller, index, said, words);
            }
            List<Json> annotations = value.get("annotations").elements;
            if (!annotations.isEmpty() && annotated.add(mark(part))) {
                teller.opaques(OpaqueKind.CITATION, 0, index, annotations);
            }
        }
    }

    /** Where parts were counted through the response and not the item, the marks are those of the first parts. */
    private void align(int count) {
        boolean fits = parts.stream().allMatch(part -> part < count);
        if (!fits && count < MAX_PARTS) {
            parts = IntStream.range(0, parts.size()).boxed().collect(Collectors.toSet());
            annotated = annotated.isEmpty() ? annotated : new HashSet<>(parts);
        }
    }

    private void call(Teller teller, int index, Json value) {
        if (isTold) {
            wholeArguments(teller, index, kind, value);
        } else if (value.isPresent()) {
            isTold = true;
            told(teller, named(index, value).with(argumentsOf(value)).form(ToolCallDelta.Form.WHOLE));
        }
        if (!isResultTold && !value.get("result").string().isEmpty()) {
            isResultTold = true;
            teller.opaque(OpaqueKind.IMAGE, 0, index, value.get("result"));
        }
        for (String name : RESULTS) {
            Json result = value.get(name);
            if (!isResultTold && (!result.string().isEmpty() || result.isFilled())) {
                isResultTold = true;
                teller.opaque(OpaqueKind.TOOL_RESULT, 0, index, result);
            }
        }
    }

    /** A list of tools may be empty in its item and filled in the final output. */
    private void other(Teller teller, int index, Json value) {
        Json tools = value.get("tools");
        boolean isAwaited = tools.is(Json.Kind.ARRAY) && !tools.isFilled();
        if (!isTold && !isAwaited && value.isPresent()) {
            isTold = true;
            boolean isResult = value.get("type").string().endsWith("_output");
            teller.opaque(isResult ? OpaqueKind.TOOL_RESULT : OpaqueKind.OTHER, 0, index, value);
        }
    }
}

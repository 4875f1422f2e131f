package io.streamgauge.provider.reference;

import java.util.ArrayList;
import java.util.List;

/** The lines between two blank ones (HTML Standard 9.2.6); what the last of them left at the end is kept as well. */
final class SseBlock {
    private final List<Frame> frames = new ArrayList<>();
    private final List<String> data = new ArrayList<>();
    private String name = "";
    private long offset = -1;

    void line(String line, long at, boolean isWhole) {
        int colon = line.indexOf(':');
        String field = colon < 0 ? line : line.substring(0, colon);
        String rest = colon < 0 ? "" : line.substring(colon + 1);
        String value = rest.startsWith(" ") ? rest.substring(1) : rest;
        switch (field) {
            case "" -> blankOrComment(line);
            case "data" -> {
                begin(at);
                data.add(value);
            }
            case "event" -> {
                begin(at);
                name = value;
            }
            case "id" -> {
                if (isWhole && value.indexOf('\0') < 0) {
                    begin(at);
                }
            }
            case "retry" -> {}
            default -> frames.add(new Frame.StrayLine(line, at));
        }
    }

    private void begin(long at) {
        offset = offset < 0 ? at : offset;
    }

    private void blankOrComment(String line) {
        if (line.isEmpty()) {
            dispatch(true);
        } else {
            frames.add(new Frame.Comment());
        }
    }

    private void dispatch(boolean isTerminated) {
        if (!data.isEmpty()) {
            frames.add(new Frame.Event(name, String.join("\n", data), offset, isTerminated));
        }
        data.clear();
        name = "";
        offset = -1;
    }

    List<Frame> end() {
        dispatch(false);
        return frames;
    }
}

package io.streamgauge.provider.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * Arguments that come as values of JSON paths.
 *
 * <p>All that is known is kept as a tree and written out as a whole after each piece, up to the value that came last;
 * what is told is by how much that text has grown. A piece that does not make it grow at its end, or that comes to a
 * place for the second time or to an element before those that stand in front of it, is out of order: from then on only
 * the whole text at the end is told.
 */
final class PathArguments {
    private static final int MAX_STEPS = 400;

    /** A step down: a name, and whether it was written as the number of an element. */
    private record Step(String name, boolean isElement) {}

    private static final class Place {
        final Map<String, Place> places = new LinkedHashMap<>();
        String value = "";
        boolean isValue;
        boolean isString;
        boolean isArray;
        boolean isAwaitingMore;

        void put(String newValue, boolean nowString) {
            places.clear();
            isArray = false;
            isValue = true;
            value = newValue;
            isString = nowString;
        }
    }

    private final Place root = new Place();
    private Place last = root;
    private String lastPath = "";
    private String told = "";
    private int taken;
    private boolean isOutOfOrder;

    boolean isOutOfOrder() {
        return isOutOfOrder;
    }

    void add(Json piece) {
        Json string = piece.get("stringValue");
        boolean isString = string.is(Json.Kind.STRING);
        Json literal = piece.firstOf(List.of("numberValue", "boolValue"));
        if (!isString && !literal.isPresent() && piece.get("nullValue").is(Json.Kind.MISSING)) {
            return;
        }
        String value = isString ? string.raw() : literal.isPresent() ? literal.raw() : "null";
        String path = piece.get("jsonPath").string();
        if (isString && last.isAwaitingMore && path.equals(lastPath)) {
            last.value += value;
        } else {
            last = place(steps(path));
            if (isString && last.isAwaitingMore) {
                last.value += value;
            } else {
                last.put(value, isString);
            }
            lastPath = path;
        }
        last.isAwaitingMore = isString && piece.get("willContinue").is(Json.Kind.TRUE);
        isOutOfOrder |= !open().startsWith(told);
        told = isOutOfOrder ? told : open();
    }

    /** The place at the end of a path, made with all that leads to it if it is not there. */
    private Place place(List<Step> steps) {
        Place place = root;
        boolean isNew = false;
        for (Step step : steps) {
            Place next = place.places.get(step.name);
            if (next == null) {
                next = new Place();
                make(place, step, next);
                isNew = true;
            }
            place = next;
        }
        isOutOfOrder |= !isNew;
        return place;
    }

    private void make(Place parent, Step step, Place child) {
        if (parent.places.isEmpty()) {
            isOutOfOrder |= parent.isValue;
            parent.isValue = false;
            parent.isArray = step.isElement;
        }
        int count = parent.places.size();
        isOutOfOrder |= parent.isArray && count > 0 && !step.name.equals(String.valueOf(count));
        parent.places.put(step.name, child);
    }

    private static List<Step> steps(String path) {
        List<Step> steps = new ArrayList<>();
        String rest = path.startsWith("$") ? path.substring(1) : path;
        while (!rest.isEmpty() && steps.size() < MAX_STEPS) {
            boolean isBracket = rest.startsWith("[");
            String step = rest.substring(isBracket || rest.startsWith(".") ? 1 : 0);
            int end = isBracket ? closingBracket(step) : nameEnd(step);
            steps.add(isBracket ? inBrackets(step.substring(0, end)) : new Step(step.substring(0, end), false));
            rest = step.substring(isBracket ? Math.min(end + 1, step.length()) : end);
        }
        return steps;
    }

    private static int nameEnd(String step) {
        int end = 0;
        while (end < step.length() && ".[".indexOf(step.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** A bracket within quotes closes nothing. */
    private static int closingBracket(String step) {
        boolean isQuoted = step.startsWith("'") || step.startsWith("\"");
        int quote = isQuoted ? step.indexOf(step.charAt(0), 1) : -1;
        int bracket = step.indexOf(']', Math.max(quote, 0));
        return bracket < 0 ? step.length() : bracket;
    }

    private static Step inBrackets(String inside) {
        if (inside.matches("(?s)'.*'|\".*\"")) {
            return new Step(inside.substring(1, inside.length() - 1), false);
        }
        return new Step(inside, inside.matches("[0-9]+"));
    }

    /** What can be told beyond what was told before. */
    String takeNews() {
        String news = told.substring(taken);
        taken = told.length();
        return news;
    }

    /** All there is, or what is left of it if the beginning was told; nothing if no value came. */
    String end() {
        boolean isNothing = root.places.isEmpty() && !root.isValue;
        String whole = isNothing ? "" : write(root, false);
        return isOutOfOrder ? whole : whole.substring(taken);
    }

    private String open() {
        return write(root, true);
    }

    /**
     * The text of a place.
     *
     * @param isOpen whether to leave out what closes it and, in it, the place written last
     */
    private static String write(Place place, boolean isOpen) {
        if (place.isValue) {
            String quote = place.isString ? "\"" : "";
            return quote + place.value + (isOpen ? "" : quote);
        }
        StringBuilder text = new StringBuilder(place.isArray ? "[" : "{");
        List<String> names = inOrder(place);
        for (int i = 0; i < names.size(); i++) {
            boolean isLast = i == names.size() - 1;
            text.append(i == 0 ? "" : ",").append(place.isArray ? "" : quoted(names.get(i)) + ":");
            text.append(write(place.places.get(names.get(i)), isOpen && isLast));
        }
        return text.append(isOpen ? "" : place.isArray ? "]" : "}").toString();
    }

    /** Members as they came, elements by their number. */
    private static List<String> inOrder(Place place) {
        List<String> names = new ArrayList<>(place.places.keySet());
        if (place.isArray) {
            names.sort(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
        }
        return names;
    }

    private static String quoted(String name) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(name)) + '"';
    }
}

package io.streamgauge.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What tests want to know about a page, found the way a browser would: raw text elements first, then tags. */
record Html(String page) {
    private static final Pattern RAW_TEXT = Pattern.compile("(<(script|style)\\b[^>]*>)(.*?)</\\2>", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<[a-zA-Z][^<>]*>");

    /** Content of all elements of a raw text kind, in order. */
    List<String> rawTexts(String element) {
        List<String> texts = new ArrayList<>();
        Matcher matcher = RAW_TEXT.matcher(page);
        while (matcher.find()) {
            if (matcher.group(2).equals(element)) {
                texts.add(matcher.group(3));
            }
        }
        return texts;
    }

    /** The page with its scripts, data and styles emptied. */
    String markup() {
        return RAW_TEXT.matcher(page).replaceAll("$1</$2>");
    }

    /** Start tags, attributes included. */
    List<String> tags(String element) {
        return TAG.matcher(markup())
                .results()
                .map(match -> match.group())
                .filter(tag -> tag.matches("<" + element + "(?s:[\\s>/].*)"))
                .toList();
    }

    /** All values of an attribute, whatever element it is on. */
    List<String> attributes(String name) {
        List<String> values = new ArrayList<>();
        for (Matcher tag = TAG.matcher(markup()); tag.find(); ) {
            Matcher value = Pattern.compile("\\s" + name + "=\"([^\"]*)\"").matcher(tag.group());
            if (value.find()) {
                values.add(value.group(1));
            }
        }
        return values;
    }
}

package io.streamgauge.conformance;

import java.util.List;
import java.util.Set;

/**
 * One thing that a standard asks for.
 *
 * @param id unique for all time, such as {@code SSE-EOL-06}; a case whose outcome changes gets a new one
 * @param spec the standard and the place in it, such as {@code html#parsing-an-event-stream}
 * @param title the requirement in a few words
 * @param why what goes wrong for the users of a subject that does not meet it
 * @param needs capabilities without which the case has no point
 * @param tags words to select by
 * @param since the first version of the suite that has it
 */
public record Requirement(
        String id,
        Level level,
        String spec,
        String title,
        String why,
        Set<Capability> needs,
        List<String> tags,
        String since) {

    public Requirement {
        needs = Set.copyOf(needs);
        tags = List.copyOf(tags);
    }

    /** The id up to its second hyphen: {@code SSE-EOL}. */
    public String family() {
        int second = id.indexOf('-', id.indexOf('-') + 1);
        return second < 0 ? id : id.substring(0, second);
    }
}

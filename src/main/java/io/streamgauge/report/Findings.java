package io.streamgauge.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was not as expected, one by one.
 *
 * @param leftOut how many more there are in the document than are listed here
 */
record Findings(String id, String title, List<Finding> list, long leftOut) implements Block {
    /** Most findings a page describes; all of them stand in the tables and in the raw data. */
    static final int MAX_LISTED = 100;

    /** Lists the first {@link #MAX_LISTED}; of findings with one anchor only the first, a page has one place for it. */
    static Findings of(String id, String title, List<Finding> all) {
        Map<String, Finding> byAnchor = new LinkedHashMap<>();
        all.forEach(finding -> byAnchor.putIfAbsent(finding.id(), finding));
        List<Finding> listed = byAnchor.values().stream().limit(MAX_LISTED).toList();
        return new Findings(id, title, listed, all.size() - listed.size());
    }

    Set<String> anchors() {
        return list.stream().map(Finding::id).collect(Collectors.toUnmodifiableSet());
    }
}

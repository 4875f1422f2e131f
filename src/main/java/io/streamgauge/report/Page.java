package io.streamgauge.report;

import java.util.List;

/** All that the page's template needs. */
record Page(Summary summary, List<EmbeddedJson> raw) {
    Page {
        raw = List.copyOf(raw);
    }

    static Page of(Results results) {
        return new Page(Summary.of(results), List.of(EmbeddedJson.of(results.name(), results.source())));
    }

    static Page of(List<Results> all) {
        return new Page(
                Summary.of(all),
                all.stream()
                        .map(results -> EmbeddedJson.of(results.name(), results.source()))
                        .toList());
    }

    String css() {
        return Assets.CSS;
    }

    String script() {
        return Assets.SCRIPT;
    }

    String policy() {
        return Assets.CONTENT_SECURITY_POLICY;
    }
}

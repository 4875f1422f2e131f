package io.streamgauge.report;

/** A part of a section; every renderer gives each kind its own form, or leaves it out where it has none. */
sealed interface Block permits Table, Chart, Matrix, Findings, Note {}

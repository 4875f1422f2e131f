package io.streamgauge.server.fault;

import java.util.Optional;

/** The body comes compressed, whether the client can read that or not. */
public record Coded(Coding coding, ContentCoding.Flush flush, FaultTarget target) implements Fault {
    static final FaultKind GZIP = kind(Coding.GZIP);
    static final FaultKind DEFLATE = kind(Coding.DEFLATE);
    static final FaultKind BR = kind(Coding.BR);

    private static FaultKind kind(Coding coding) {
        return FaultKind.ofAnswer(
                coding.word(),
                coding.word() + "(flush=write)",
                "Sends the body with content-encoding " + coding.word() + ", whatever the client accepts; flushed with "
                        + "every write, or only when the compressor is full (write, end). Places and sizes of other "
                        + "faults are those before compression.",
                (given, target) -> new Coded(
                        coding,
                        given.choice(
                                "flush",
                                ContentCoding.Flush.class,
                                ContentCoding.Flush::word,
                                ContentCoding.Flush.WRITE),
                        target));
    }

    /** Checks that this machine can do it. */
    public Coded {
        coding.requireAvailable();
    }

    @Override
    public Script applyTo(Script script, FaultContext context) {
        if (!target.hits(context.chance())) {
            return script;
        }
        Script.Transfer transfer = new Script.Transfer(
                Optional.of(new ContentCoding(coding, flush)), script.transfer().lengthError());
        return script.withHeader("content-encoding", coding.word()).withTransfer(transfer);
    }

    @Override
    public String toString() {
        return coding.word() + "(flush=" + flush.word() + ")" + target;
    }
}

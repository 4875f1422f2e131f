package io.streamgauge.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows that work goes on: a bar that moves when somebody watches, a line for each task when the output is kept. */
final class Progress implements AutoCloseable {
    private static final int BAR_COLUMNS = 78;

    private final @Nullable ProgressBar bar;

    /** @param steps how many steps there will be; negative when that is not known */
    Progress(Terminal terminal, String task, long steps) {
        if (terminal.errIsTerminal()) {
            bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(steps)
                    .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                    .setUpdateIntervalMillis(100)
                    .setMaxRenderedLength(BAR_COLUMNS)
                    .hideEta()
                    .clearDisplayOnFinish()
                    .setConsumer(new ConsoleProgressBarConsumer(
                            new PrintStream(System.err, true, StandardCharsets.UTF_8), BAR_COLUMNS))
                    .build();
        } else {
            bar = null;
            terminal.err().println(task + " ...");
        }
    }

    /** One step is done; {@code what} says which. */
    void step(String what) {
        if (bar != null) {
            bar.setExtraMessage(what.length() > 30 ? what.substring(what.length() - 30) : what);
            bar.step();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}

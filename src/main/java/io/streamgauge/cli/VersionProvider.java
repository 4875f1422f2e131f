package io.streamgauge.cli;

import io.streamgauge.result.Tool;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class VersionProvider implements IVersionProvider {
    @Override
    public String[] getVersion() {
        Tool tool = Tool.current();
        return new String[] {
            "streamgauge " + tool.version() + " (commit " + tool.commit() + ")",
            "Java " + Runtime.version() + ", " + System.getProperty("java.vm.name")
        };
    }
}

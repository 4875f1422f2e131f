/**
 * Words in, wiring, exit code out: the one place that talks to the terminal and ends the process.
 *
 * <p>Everything a command does is done by the packages below; a command reads its options, connects them and turns the
 * outcome into an exit code.
 */
@NullMarked
package io.streamgauge.cli;

import org.jspecify.annotations.NullMarked;

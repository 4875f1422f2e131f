package io.streamgauge.bench;

import org.jspecify.annotations.Nullable;

/**
 * One subject on one input.
 *
 * @param question what was asked: framing, decoding, message, partial-json or buffering
 * @param subject who answered
 * @param kind ours, peer or floor
 * @param input the streams; the name begins with the dialect
 * @param delivery how the bytes arrived: whole, 1448 or event-per-read
 * @param mbPerSecond millions of bytes per second of CPU time
 * @param eventsPerSecond events per second of CPU time
 * @param cpuNanosPerEvent CPU time of the measuring thread
 * @param bytesPerEvent bytes allocated; up to about 1 stands for nothing, because JMH itself allocates a little
 * @param errorPercent half the 99.9 % confidence interval, or half the spread where there are too few iterations for
 *     one
 * @param cpuShare cores the row got; far below 1 it was starved
 * @param ratioToFloor own CPU time divided by that of finding the line ends; null without that floor
 * @param ratioToBestPeer CPU time of the best peer that answers rightly, divided by our own: how many times faster;
 *     null without peers
 * @param correct whether the answer is right; a floor gives none
 */
public record BenchRow(
        String question,
        String subject,
        String kind,
        String input,
        String delivery,
        double mbPerSecond,
        double eventsPerSecond,
        double cpuNanosPerEvent,
        double bytesPerEvent,
        double errorPercent,
        double cpuShare,
        @Nullable Double ratioToFloor,
        @Nullable Double ratioToBestPeer,
        boolean correct) {

    BenchRow withRatios(@Nullable Double toFloor, @Nullable Double toBestPeer) {
        return new BenchRow(
                question,
                subject,
                kind,
                input,
                delivery,
                mbPerSecond,
                eventsPerSecond,
                cpuNanosPerEvent,
                bytesPerEvent,
                errorPercent,
                cpuShare,
                toFloor,
                toBestPeer,
                correct);
    }

    boolean isComparableWith(BenchRow other) {
        return question.equals(other.question) && input.equals(other.input) && delivery.equals(other.delivery);
    }
}

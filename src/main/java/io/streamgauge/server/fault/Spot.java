package io.streamgauge.server.fault;

/**
 * A place in an answer.
 *
 * @param offset the byte of the body in front of which it is; 0 for the head as well
 * @param nanos the instant of that byte, since the request
 */
record Spot(int offset, long nanos) {}

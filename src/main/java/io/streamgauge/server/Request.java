package io.streamgauge.server;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaders;

/**
 * One request, whatever the version of HTTP it came by.
 *
 * @param body borrowed until the request is answered
 * @param fromLoopback whether it came from this machine
 */
record Request(String method, String uri, HttpHeaders headers, ByteBuf body, boolean fromLoopback) {}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.tdspring.embedded.server.HttpAnswer;
import io.tdspring.embedded.server.Line;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes the answer to one HTTP request. When it has been sent, the connection takes the next request. */
final class HttpExchange implements HttpAnswer {

    /** Says who answers, since the version is the one of a real server. */
    private static final String SERVER = "tdspring-embedded";

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final String ANY_ORIGIN = "*";
    private static final String METHODS = "GET,POST,PUT,PATCH,DELETE,HEAD,OPTIONS";
    private static final String HEADERS = "Origin,Content-Length,Content-Type,Authorization";
    private static final String TWELVE_HOURS = "43200";

    private final Channel channel;
    private final Runnable afterwards;
    private final boolean crossOrigin;
    private final boolean preflight;
    private final boolean gzip;

    HttpExchange(Channel channel, HttpHeaders request, Runnable afterwards) {
        this.channel = channel;
        this.afterwards = afterwards;
        this.crossOrigin = request.contains(HttpHeaderNames.ORIGIN);
        this.preflight = crossOrigin && request.contains(HttpHeaderNames.ACCESS_CONTROL_REQUEST_METHOD);
        this.gzip = request.containsValue(HttpHeaderNames.ACCEPT_ENCODING, HttpHeaderValues.GZIP, true);
    }

    /** Whether a browser asks if it may send a request from another origin. */
    boolean isPreflight() {
        return preflight;
    }

    void answerPreflight() {
        FullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.NO_CONTENT, Unpooled.EMPTY_BUFFER);
        prepare(response);
        response.headers()
                .set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
                .set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, HEADERS)
                .set(HttpHeaderNames.ACCESS_CONTROL_MAX_AGE, TWELVE_HOURS)
                .remove(HttpHeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS);
        finish(response);
    }

    @Override
    public Line line() {
        return ChannelLine.of(channel);
    }

    @Override
    public void send(int status, String contentType, byte[] body) {
        ByteBuf content = Unpooled.wrappedBuffer(body);
        FullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), content);
        prepare(response);
        if (!contentType.isEmpty()) {
            response.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
        }
        if (status != HttpResponseStatus.NO_CONTENT.code()) {
            HttpUtil.setContentLength(response, body.length);
        }
        finish(response);
    }

    @Override
    public Body stream(String contentType) {
        HttpResponse response = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        prepare(response);
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
        HttpUtil.setTransferEncodingChunked(response, true);
        return new ChunkedBody(channel, response, afterwards);
    }

    private void prepare(HttpResponse response) {
        HttpHeaders headers = response.headers();
        headers.set(HttpHeaderNames.DATE, DATE.format(Instant.now()));
        headers.set(HttpHeaderNames.SERVER, SERVER);
        if (gzip) {
            headers.set(HttpHeaderNames.VARY, HttpHeaderNames.ACCEPT_ENCODING);
        }
        if (crossOrigin) {
            headers.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, ANY_ORIGIN);
            headers.set(HttpHeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS, "Authorization");
        }
    }

    private void finish(FullHttpResponse response) {
        channel.writeAndFlush(response).addListener(sent -> afterwards.run());
    }
}

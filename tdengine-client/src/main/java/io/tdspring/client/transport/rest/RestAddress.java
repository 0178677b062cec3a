// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.rest;

import io.tdspring.client.transport.BearerToken;
import io.tdspring.client.transport.CloudToken;
import io.tdspring.client.transport.Credentials;
import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.Identity;
import io.tdspring.client.transport.SessionState;
import io.tdspring.client.transport.SqlRequest;
import io.tdspring.client.transport.TransportSettings;
import io.tdspring.error.UnsupportedFeatureException;
import java.nio.charset.StandardCharsets;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Where statements go, on whose behalf, and in which state they run. Immutable. */
record RestAddress(Endpoint endpoint, TransportSettings settings, SessionState state) {

    private static final String AUTHORIZATION = "Authorization";

    Request post(SqlRequest request) {
        if (endpoint.host().indexOf('%') >= 0) {
            throw new UnsupportedFeatureException(
                    "REST takes no IPv6 address with a zone, such as " + endpoint + "; use transport websocket");
        }
        HttpUrl.Builder url = new HttpUrl.Builder()
                .scheme(settings.tls() == null ? "http" : "https")
                .host(endpoint.host())
                .port(endpoint.port())
                .addPathSegments("rest/sql")
                // The server reads the id with a sign here.
                .addQueryParameter("req_id", Long.toString(request.requestId()));
        String database = database();
        if (database != null) {
            url.addPathSegment(database);
        }
        if (settings.application() != null) {
            url.addQueryParameter("app", settings.application());
        }
        if (state.zone() != null) {
            url.addQueryParameter("conn_tz", state.zone().getId());
        }
        Request.Builder post = new Request.Builder();
        identify(post, url);
        addBody(post, request.sql());
        return post.url(url.build()).build();
    }

    @Nullable
    String database() {
        return state.database();
    }

    private void addBody(Request.Builder post, String sql) {
        if (settings.compression()) {
            SqlBody body = SqlBody.compressed(sql);
            if (body.isCompressed()) {
                post.header("Content-Encoding", "gzip");
            }
            post.post(body);
        } else {
            // Otherwise OkHttp asks for gzip, which costs the server more than a local network saves.
            post.header("Accept-Encoding", "identity").post(SqlBody.plain(sql));
        }
    }

    private void identify(Request.Builder post, HttpUrl.Builder url) {
        Identity identity = settings.identity();
        if (identity instanceof CloudToken cloud) {
            url.addQueryParameter("token", cloud.token());
        } else if (identity instanceof BearerToken bearer) {
            post.header(AUTHORIZATION, "Bearer " + bearer.token());
        } else if (identity instanceof Credentials credentials) {
            post.header(
                    AUTHORIZATION,
                    okhttp3.Credentials.basic(credentials.user(), credentials.password(), StandardCharsets.UTF_8));
        } else {
            throw new UnsupportedFeatureException("REST takes no one-time codes; use transport websocket");
        }
    }
}

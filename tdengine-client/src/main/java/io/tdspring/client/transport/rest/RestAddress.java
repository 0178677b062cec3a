// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.rest;

import io.tdspring.client.transport.Credentials;
import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.SqlRequest;
import java.nio.charset.StandardCharsets;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Where statements go, on whose behalf, and in which database they run. Immutable. */
record RestAddress(
        Endpoint endpoint,
        Credentials credentials,
        @Nullable String database) {

    Request post(SqlRequest request) {
        HttpUrl.Builder url = new HttpUrl.Builder()
                .scheme("http")
                .host(endpoint.host())
                .port(endpoint.port())
                .addPathSegments("rest/sql")
                // The server reads the id with a sign here.
                .addQueryParameter("req_id", Long.toString(request.requestId()));
        if (database != null) {
            url.addPathSegment(database);
        }
        String authorization =
                okhttp3.Credentials.basic(credentials.user(), credentials.password(), StandardCharsets.UTF_8);
        return new Request.Builder()
                .url(url.build())
                .header("Authorization", authorization)
                .post(new SqlBody(request.sql()))
                .build();
    }
}

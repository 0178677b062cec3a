// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.rest;

import io.tdspring.embedded.server.Credentials;
import io.tdspring.embedded.server.Failures;
import io.tdspring.embedded.server.HttpCall;
import io.tdspring.embedded.server.Users;
import io.tdspring.embedded.store.Catalog;
import io.tdspring.embedded.store.Database;
import io.tdspring.embedded.store.Scope;
import io.tdspring.protocol.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * {@code POST /rest/sql/{db}/vgid}: the vgroups that tables belong to by their names, whether they exist or not.
 *
 * <p>Thread-safe.
 */
public final class RestVgroups {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String UNEXPECTED_END = "unexpected end of JSON input";

    private final Catalog catalog;
    private final Users users;

    public RestVgroups(Catalog catalog, Users users) {
        this.catalog = catalog;
        this.users = users;
    }

    /** Answers. */
    public void answer(HttpCall call, String database, RestExchange exchange) {
        try {
            RestParameters.checkRequestId(call);
            Credentials login = Authorization.read(call.authorization());
            List<String> tables = tables(call.body());
            users.check(login);
            List<Integer> vgroups = vgroups(database, tables);
            exchange.success(JsonWriter.write(out -> out.number("code", 0).numbers("vgIDs", vgroups)));
        } catch (RestFailure e) {
            exchange.fail(e);
        } catch (RuntimeException e) {
            exchange.fail(Failures.of(e));
        }
    }

    private List<Integer> vgroups(String name, List<String> tables) {
        Database database = catalog.find(name);
        if (database == null) {
            throw Scope.noDatabase();
        }
        return tables.stream().map(table -> database.vgroupOf(table).id()).toList();
    }

    /** The names in an array; what is wrong with it is said as the real server's JSON library says it. */
    private static List<String> tables(String body) {
        String json = body.strip();
        if (json.isEmpty()) {
            throw RestFailure.badParameter(UNEXPECTED_END);
        }
        if ("[{\"-0123456789tfn".indexOf(json.charAt(0)) < 0) {
            throw RestFailure.badParameter("invalid character '" + json.charAt(0) + "' looking for beginning of value");
        }
        try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), json)) {
            return names(in);
        } catch (JacksonException e) {
            throw RestFailure.badParameter(UNEXPECTED_END);
        }
    }

    private static List<String> names(JsonParser in) {
        if (in.nextToken() != JsonToken.START_ARRAY) {
            throw notAnArrayOfNames();
        }
        List<String> names = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            if (in.currentToken() != JsonToken.VALUE_STRING) {
                throw notAnArrayOfNames();
            }
            names.add(in.getString());
        }
        if (in.nextToken() != null) {
            throw notAnArrayOfNames();
        }
        return names;
    }

    private static RestFailure notAnArrayOfNames() {
        return RestFailure.badParameter("the body is not an array of table names");
    }
}

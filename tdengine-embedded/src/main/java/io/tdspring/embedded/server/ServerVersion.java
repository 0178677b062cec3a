// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server;

import io.tdspring.data.DataType;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The version that a server says it is, which decides what it offers.
 *
 * <p>Immutable.
 */
public final class ServerVersion {

    /** What came with a version and is unknown before it. */
    public enum Feature {
        /** The action {@code options_connection}, and time zones at login and of REST requests. */
        CONNECTION_OPTIONS("3.3.5.0"),
        /** Requests on {@code /ws} that cannot be read are answered. */
        ANSWERS_TO_INVALID_REQUESTS("3.3.5.0"),
        /** Prepared statements by the actions {@code stmt2_…}. */
        STMT2("3.3.6.0"),
        /** The actions {@code check_server_status} and {@code validate_sql}. */
        SERVER_CHECKS("3.3.6.0"),
        /** A poll tells the last message received, and gets a lost one again. */
        POLL_WITH_MESSAGE_ID("3.3.6.0"),
        /** Columns of type DECIMAL. */
        DECIMAL("3.3.6.0"),
        /** Columns of type BLOB. */
        BLOB("3.3.7.0"),
        /** The answers to {@code conn} and {@code subscribe} tell the version. */
        VERSION_IN_LOGIN("3.3.6.12"),
        /** Logins with a token, and the action {@code get_connection_info}. */
        TOKENS("3.4.0.0"),
        /** Binding and executing in one binary request. */
        STMT2_BIND_EXEC("3.4.1.13");

        private final long since;

        Feature(String since) {
            this.since = order(since);
        }
    }

    /** A few versions of which each offers more than the one before it. */
    private static final String KNOWN = "3.3.2.0, 3.3.6.0, 3.3.7.5, 3.4.1.13";

    private static final Pattern FORM = Pattern.compile("3\\.[34](\\.\\d{1,4}){1,2}([.-][a-z]{1,16})?");
    private static final long OLDEST = order("3.3.2.0");
    private static final int PARTS = 4;
    private static final long PART = 10_000;

    private final String text;
    private final long order;

    private ServerVersion(String text, long order) {
        this.text = text;
        this.order = order;
    }

    /**
     * Reads a version: numbers with points between them, and perhaps a word such as {@code alpha} behind them, which makes
     * it one that came before.
     *
     * @throws IllegalArgumentException naming versions that are known, if this is none of theirs
     */
    public static ServerVersion of(String text) {
        long order = FORM.matcher(text).matches() ? order(text) : 0;
        if (order < OLDEST) {
            throw new IllegalArgumentException("The embedded server cannot be version " + text + "; it can be " + KNOWN
                    + " and others of the lines 3.3 from 3.3.2.0 on and 3.4");
        }
        return new ServerVersion(text, order);
    }

    /** A number that is greater for a later version. One with a word comes just before the one without it. */
    private static long order(String text) {
        long order = 0;
        int parts = 0;
        boolean released = true;
        for (String part : text.split("[.-]", -1)) {
            if (Character.isDigit(part.charAt(0))) {
                order = order * PART + Integer.parseInt(part);
                parts++;
            } else {
                released = false;
            }
        }
        for (; parts < PARTS; parts++) {
            order *= PART;
        }
        return 2 * order + (released ? 1 : 0);
    }

    /** Whether a server of this version has that. */
    public boolean has(Feature feature) {
        return order >= feature.since;
    }

    /** The types of columns that this version does not have. */
    public Set<DataType> missingTypes() {
        Set<DataType> missing = EnumSet.noneOf(DataType.class);
        if (!has(Feature.DECIMAL)) {
            missing.addAll(Set.of(DataType.DECIMAL, DataType.DECIMAL64));
        }
        if (!has(Feature.BLOB)) {
            missing.add(DataType.BLOB);
        }
        return missing;
    }

    /** What the answer to a login tells: null if this version tells nothing there. */
    public @Nullable String inLogin() {
        return has(Feature.VERSION_IN_LOGIN) ? text : null;
    }

    /** As it was given. */
    @Override
    public String toString() {
        return text;
    }
}

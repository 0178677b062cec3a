// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.support;

/**
 * The names of the headers beside a payload, for {@code @Header} parameters and for the headers of a {@code Message}.
 *
 * <p>TDengine's messages have no headers of their own: these tell where a row came from and how it is handed on.
 */
public final class TdHeaders {

    /** What all names begin with. */
    public static final String PREFIX = "td_";

    /** The topic, a String. */
    public static final String TOPIC = PREFIX + "topic";

    /** The database of the topic, a String. */
    public static final String DATABASE = PREFIX + "database";

    /** The id of the vgroup, an Integer. */
    public static final String VGROUP = PREFIX + "vgroup";

    /** The offset of the message, a Long; all its rows share it. */
    public static final String OFFSET = PREFIX + "offset";

    /**
     * The name of the row's or block's table, a String. Missing if the topic does not tell it, as topics of queries do
     * not, and for a batch.
     */
    public static final String TABLE_NAME = PREFIX + "tableName";

    /** How often this has been handed on, from 1, an Integer. */
    public static final String DELIVERY_ATTEMPT = PREFIX + "deliveryAttempt";

    /** The listener's id, a String. Missing if the listener has none. */
    public static final String LISTENER_ID = PREFIX + "listenerId";

    /** The text that the listener was given as its info, a String. Missing if there is none. */
    public static final String LISTENER_INFO = PREFIX + "listenerInfo";

    /** The consumer group, a String. Missing if the listener does not know it. */
    public static final String GROUP_ID = PREFIX + "groupId";

    private TdHeaders() {}
}

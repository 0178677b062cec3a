// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

/** A statement failed in a way that TDengine has a code for; the message is what the client sees. */
public final class SqlException extends RuntimeException {

    /** Something that TDengine can do and this server can't. */
    public static final int NOT_SUPPORTED = 0x0100;

    /** A value or the grammar of an INSERT is wrong. */
    public static final int INSERT_SYNTAX = 0x0216;

    /** The grammar of another statement is wrong. */
    public static final int SYNTAX = 0x2600;

    /** The statement ends too early. */
    public static final int INCOMPLETE = 0x2601;

    /** A name is too long, empty, or has a character that it must not have. */
    public static final int INVALID_IDENTIFIER = 0x2617;

    /** Characters of a statement that a message shows at most. */
    private static final int SHOWN = 400;

    private static final long serialVersionUID = 1L;

    private final int code;

    /**
     * An error as the client gets it.
     *
     * @param code TDengine's code, its lower 16 bits
     */
    public SqlException(int code, String message) {
        super(message);
        this.code = code;
    }

    /** An error of INSERT's values: {@code syntax error near '<near>' (<reason>)}. */
    public static SqlException insertSyntax(String near, String reason) {
        return new SqlException(INSERT_SYNTAX, "syntax error near '" + shown(near) + "' (" + reason + ")");
    }

    /** A statement, clause or function that this server does not have. */
    public static SqlException notSupported(String what) {
        return new SqlException(NOT_SUPPORTED, what + " is not supported by the embedded server");
    }

    /** The beginning of the text if it is long: statements can have megabytes. */
    static String shown(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) : text;
    }

    /** TDengine's code. */
    public int code() {
        return code;
    }
}

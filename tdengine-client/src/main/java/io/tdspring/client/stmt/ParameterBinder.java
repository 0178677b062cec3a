// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import io.tdspring.data.DataType;
import io.tdspring.error.TdengineStatementException;
import io.tdspring.error.UnsupportedFeatureException;
import io.tdspring.protocol.stmt.WireValues;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;

/**
 * A parameter of a query, whose type follows from the value: TDengine compares it with what the query has there. An instant
 * travels as RFC 3339 text, which the server reads exactly, whatever the unit of the database.
 */
record ParameterBinder(int index) implements Binder {

    @Override
    public DataType type() {
        return DataType.VARCHAR;
    }

    @Override
    public RuntimeException mismatch(String kind) {
        return new TdengineStatementException("parameter " + index + " cannot be of kind " + kind, null);
    }

    @Override
    public void addNull(WireValues out) {
        throw new TdengineStatementException(
                "parameter " + index + " is NULL, to which nothing is equal; write IS NULL into the query", null);
    }

    @Override
    public void addBoolean(WireValues out, boolean value) {
        out.retype(DataType.BOOL);
        out.addLong(value ? 1 : 0);
    }

    @Override
    public void addLong(WireValues out, long value) {
        out.retype(DataType.BIGINT);
        out.addLong(value);
    }

    @Override
    public void addInteger(WireValues out, BigInteger value) {
        boolean isUnsigned = value.signum() > 0 && value.bitLength() == Long.SIZE;
        if (value.bitLength() >= Long.SIZE && !isUnsigned) {
            throw new TdengineStatementException("parameter " + index + " has more than 64 bits", null);
        }
        out.retype(isUnsigned ? DataType.UBIGINT : DataType.BIGINT);
        out.addLong(value.longValue());
    }

    @Override
    public void addFloat(WireValues out, float value) {
        out.retype(DataType.FLOAT);
        out.addFloat(value);
    }

    @Override
    public void addDouble(WireValues out, double value) {
        out.retype(DataType.DOUBLE);
        out.addDouble(value);
    }

    @Override
    public void addDecimal(WireValues out, BigDecimal value) {
        throw new UnsupportedFeatureException("parameter " + index
                + ": no server is known to take a DECIMAL as parameter of a query; bind a double or text");
    }

    @Override
    public void addText(WireValues out, String value) {
        out.retype(DataType.VARCHAR);
        try {
            int unused = out.addText(value);
        } catch (IllegalArgumentException e) {
            throw new TdengineStatementException(
                    "parameter " + index + " holds half of a surrogate pair, which UTF-8 cannot encode", null);
        }
    }

    @Override
    public void addBytes(WireValues out, byte[] value) {
        out.retype(DataType.VARBINARY);
        out.addBytes(value);
    }

    @Override
    public void addInstant(WireValues out, Instant value) {
        addText(out, value.toString());
    }
}

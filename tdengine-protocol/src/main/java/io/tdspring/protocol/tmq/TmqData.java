// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.data.Precision;
import io.tdspring.error.TdengineProtocolException;
import io.tdspring.error.UnsupportedFeatureException;
import io.tdspring.protocol.WireReader;
import io.tdspring.protocol.WireWriter;
import io.tdspring.protocol.block.RawBlock;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a message, as {@link FetchedRawData.Data} brings them.
 *
 * <pre>
 * head version u8 = 100 | skip i32 | skip bytes: two offsets | N i32 | with table name u8 | with schema u8
 * N times:  entry length vi | version i64 | rows i64 big-endian | compressed u8 = 0 | precision u8 | raw block
 *           columns zz | schema version zz | for each column: type u8 | flags u8 | bytes zz | id zz | name vs
 *           table name vs
 * sleep time i64 (raw type 2), or a list of created tables (raw type 4)
 * </pre>
 *
 * <p>{@code vi} is an unsigned and {@code zz} a signed number in groups of seven bits, {@code vs} a text with a NUL
 * behind its length. Without blocks the two flags are missing. Old servers begin with the first offset instead.
 */
public final class TmqData {

    /** The raw type of rows. */
    public static final int DATA = 2;
    /** The raw type of rows whose tables were created on the way. */
    public static final int META_DATA = 4;

    static final int HEAD_VERSION = 100;

    private TmqData() {}

    /**
     * Reads the blocks of a message; each has a schema of its own.
     *
     * @param raw the blocks are views of its memory
     * @throws TdengineProtocolException if it is cut short or contradicts itself
     * @throws UnsupportedFeatureException for other raw types; and for a JSON tag, which such a message has in a form
     *     internal to the server (reading by {@link FetchRequest} gives its text)
     */
    public static List<TmqBlock> read(ByteBuffer raw, int rawType) {
        if (rawType != DATA && rawType != META_DATA) {
            throw new UnsupportedFeatureException("topic data of raw type " + rawType + " has no rows to read");
        }
        return WireReader.readFrame("topic data", raw, in -> {
            passOverHead(in);
            List<TmqBlock> blocks = blocks(in);
            if (rawType == DATA && !blocks.isEmpty() && in.remaining() > 0) {
                in.skip(8);
            } else {
                in.rest();
            }
            return blocks;
        });
    }

    private static void passOverHead(WireReader in) {
        int first = in.u8();
        if (first >= HEAD_VERSION) {
            in.skip(in.i32());
            return;
        }
        passOverOffset(in, first);
        passOverOffset(in, in.u8());
    }

    private static void passOverOffset(WireReader in, int type) {
        switch (type) {
            case 1 -> in.skip(8);
            case 2, 3 -> in.skip(16);
            default -> throw new TdengineProtocolException("topic data has the unknown offset type " + type);
        }
    }

    private static List<TmqBlock> blocks(WireReader in) {
        int count = in.i32();
        if (count == 0) {
            return List.of();
        }
        boolean withTableName = in.u8() != 0;
        boolean withSchema = in.u8() != 0;
        List<TmqBlock> blocks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            blocks.add(block(in, withTableName, withSchema));
        }
        return blocks;
    }

    private static TmqBlock block(WireReader in, boolean withTableName, boolean withSchema) {
        WireReader entry = in.section("block of topic data", in.varint());
        entry.skip(16);
        entry.expect("compression", 0, entry.u8());
        Precision precision = precision(entry.u8());
        ByteBuffer bytes = entry.rest();
        List<Column> unnamed = RawBlock.schemaOf(bytes);
        List<Column> columns = withSchema ? named(unnamed, in) : unnamed;
        String tableName = withTableName ? terminatedText(in) : null;
        requireNoJson(columns);
        return new TmqBlock(tableName, RawBlock.read(bytes, columns, precision));
    }

    private static Precision precision(int code) {
        try {
            return Precision.of(code);
        } catch (IllegalArgumentException e) {
            throw new TdengineProtocolException("block of topic data has the unknown precision " + code, e);
        }
    }

    private static List<Column> named(List<Column> columns, WireReader in) {
        in.expect("number of columns", columns.size(), in.zigzag());
        in.zigzag(); // the version of the schema
        List<Column> named = new ArrayList<>(columns.size());
        for (Column column : columns) {
            in.expect("column type", column.type().code(), in.u8());
            in.u8(); // flags
            in.zigzag(); // the length, which the block has as well
            in.zigzag(); // the column's id
            named.add(
                    new Column(terminatedText(in), column.type(), column.length(), column.precision(), column.scale()));
        }
        return named;
    }

    private static String terminatedText(WireReader in) {
        String text = in.text(in.varint());
        return text.endsWith("\0") ? text.substring(0, text.length() - 1) : text;
    }

    private static void requireNoJson(List<Column> columns) {
        for (Column column : columns) {
            if (column.type() == DataType.JSON) {
                throw new UnsupportedFeatureException("column " + column.name()
                        + " of the topic is a JSON tag, which a raw message has in a form internal to the server;"
                        + " leave it out of the topic, or read the message block by block");
            }
        }
    }

    /**
     * Writes what {@link #read} reads the way a server of 3.3.7.5 does. Columns have the ids 1, 2, 3…, as those of a table
     * have to which none was added later. As {@link #META_DATA} its list of created tables is empty: clients read
     * {@code fetch_json_meta} for that, and the list itself is for servers.
     *
     * @param rawType {@link #DATA} or {@link #META_DATA}
     * @param begin the offset at which the message begins
     * @param end the offset behind it
     * @param blocks none of them with a JSON column
     */
    public static ByteBuffer write(int rawType, long begin, long end, List<TmqBlockSource> blocks) {
        WireWriter out = TmqDataWriter.write(begin, end, blocks);
        return (rawType == META_DATA ? out.i32(0) : out.i64(0)).toBuffer();
    }
}

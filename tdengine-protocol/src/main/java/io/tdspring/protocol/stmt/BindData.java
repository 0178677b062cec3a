// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.stmt;

import io.tdspring.error.TdengineProtocolException;
import io.tdspring.protocol.WireReader;
import io.tdspring.protocol.WireWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Stmt2Bind} binds.
 *
 * <pre>
 * 0              4       8           12          16         20        24           28
 * | total_length | count | tag_count | col_count | names_at | tags_at | columns_at | names, tags, columns
 * | u32          | u32   | u32       | u32       | u32      | u32     | u32        |
 * </pre>
 *
 * <p>A section that starts at 0 is missing. Names: {@code count} lengths of 16 bits, then the names, each with a NUL that
 * counts. Tags and columns: {@code count} lengths of 32 bits, then {@link BoundValues} table by table. For one thread.
 */
final class BindData {

    private static final int HEAD_BYTES = 28;

    private final ByteBuffer data;
    private final int count;

    private BindData(ByteBuffer data, int count) {
        this.data = data;
        this.count = count;
    }

    /** @throws InvalidException if anything does not fit */
    static List<BoundTable> read(ByteBuffer bytes) {
        ByteBuffer data = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        if (data.limit() < HEAD_BYTES) {
            throw new InvalidException("data length is less than " + HEAD_BYTES);
        }
        long total = u32(data, 0);
        if (total != data.limit()) {
            throw new InvalidException("total length not match, expect " + data.limit() + ", but get " + total);
        }
        long count = u32(data, 4);
        if (count > data.limit()) {
            throw new InvalidException("table count out of range, total length: " + total + ", count: " + count);
        }
        return new BindData(data, (int) count).tables();
    }

    private List<BoundTable> tables() {
        List<String> names = names(u32(data, 16));
        List<List<BoundValues>> tags = section("tag", u32(data, 8), u32(data, 20));
        List<List<BoundValues>> columns = section("col", u32(data, 12), u32(data, 24));
        List<BoundTable> tables = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            tables.add(new BoundTable(names.isEmpty() ? null : names.get(i), tags.get(i), columns.get(i)));
        }
        return tables;
    }

    private List<String> names(long at) {
        if (at == 0) {
            return List.of();
        }
        return within("table names", at, in -> {
            int[] lengths = new int[requireRoom(in, 2) / 2];
            for (int i = 0; i < lengths.length; i++) {
                lengths[i] = in.u16();
                if (lengths[i] == 0) {
                    throw new InvalidException("table name length is 0, tableIndex: " + i);
                }
            }
            List<String> names = new ArrayList<>(lengths.length);
            for (int length : lengths) {
                names.add(in.text(length - 1L));
                in.skip(1);
            }
            in.rest();
            return names;
        });
    }

    private List<List<BoundValues>> section(String kind, long each, long at) {
        if (each == 0 || at == 0) {
            if (each != at) {
                throw new InvalidException(
                        kind + " count is " + each + ", but " + kind + "s offset is " + (at == 0 ? "0" : "not 0"));
            }
            return Collections.nCopies(count, List.of());
        }
        return within(kind + "s", at, in -> {
            WireReader lengths = in.section(kind + " lengths", requireRoom(in, 4));
            List<List<BoundValues>> values = new ArrayList<>(count);
            for (int table = 0; table < count; table++) {
                WireReader own = in.section(kind + "s of a table", lengths.u32());
                values.add(values(own, each, table));
            }
            in.rest();
            return values;
        });
    }

    private static List<BoundValues> values(WireReader in, long each, int table) {
        List<BoundValues> values = new ArrayList<>();
        for (int field = 0; field < each; field++) {
            try {
                values.add(BoundValues.read(in));
            } catch (TdengineProtocolException e) {
                throw new InvalidException("bind data length error, tableIndex: " + table + ", fieldIndex: " + field);
            }
        }
        if (in.remaining() > 0) {
            throw new InvalidException("bind data length error, tableIndex: " + table + ", fieldIndex: " + each);
        }
        return values;
    }

    /** The bytes of the lengths of all tables, if there are so many. */
    private int requireRoom(WireReader in, int bytesEach) {
        long bytes = (long) count * bytesEach;
        if (bytes > in.remaining()) {
            throw new TdengineProtocolException("lengths of " + count + " tables are missing");
        }
        return (int) bytes;
    }

    private <T> T within(String section, long at, Function<WireReader, T> body) {
        try {
            if (at < HEAD_BYTES || at > data.limit()) {
                throw new TdengineProtocolException(section + " are not in the frame");
            }
            return WireReader.readFrame(section, data.slice((int) at, data.limit() - (int) at), body);
        } catch (TdengineProtocolException e) {
            throw new InvalidException(section + " out of range, total length: " + data.limit() + ", offset: " + at);
        }
    }

    private static long u32(ByteBuffer data, int at) {
        return data.getInt(at) & 0xffff_ffffL;
    }

    static void write(List<BoundTable> tables, WireWriter out) {
        ByteBuffer names = names(tables);
        ByteBuffer tags = section(tables, BoundTable::tags);
        ByteBuffer columns = section(tables, BoundTable::columns);
        int tagsAt = HEAD_BYTES + sizeOf(names);
        int columnsAt = tagsAt + sizeOf(tags);
        out.i32(columnsAt + sizeOf(columns)).i32(tables.size());
        out.i32(tables.isEmpty() ? 0 : tables.get(0).tags().size());
        out.i32(tables.isEmpty() ? 0 : tables.get(0).columns().size());
        out.i32(names == null ? 0 : HEAD_BYTES).i32(tags == null ? 0 : tagsAt).i32(columns == null ? 0 : columnsAt);
        for (ByteBuffer section : new @Nullable ByteBuffer[] {names, tags, columns}) {
            if (section != null) {
                out.bytes(section);
            }
        }
    }

    private static int sizeOf(@Nullable ByteBuffer section) {
        return section == null ? 0 : section.remaining();
    }

    private static @Nullable ByteBuffer names(List<BoundTable> tables) {
        if (tables.isEmpty() || tables.get(0).name() == null) {
            return null;
        }
        WireWriter lengths = new WireWriter();
        WireWriter names = new WireWriter();
        for (BoundTable table : tables) {
            byte[] name = Objects.requireNonNull(table.name()).getBytes(StandardCharsets.UTF_8);
            lengths.u16(name.length + 1);
            names.bytes(ByteBuffer.wrap(name)).u8(0);
        }
        return lengths.bytes(names.toBuffer()).toBuffer();
    }

    private static @Nullable ByteBuffer section(
            List<BoundTable> tables, Function<BoundTable, List<BoundValues>> valuesOf) {
        if (tables.isEmpty() || valuesOf.apply(tables.get(0)).isEmpty()) {
            return null;
        }
        WireWriter lengths = new WireWriter();
        WireWriter values = new WireWriter();
        for (BoundTable table : tables) {
            int before = values.size();
            valuesOf.apply(table).forEach(each -> each.writeTo(values));
            lengths.i32(values.size() - before);
        }
        return lengths.bytes(values.toBuffer()).toBuffer();
    }

    /** The data is wrong; the answer says why in the words of the real server. */
    static final class InvalidException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String answer;

        InvalidException(String answer) {
            super(answer);
            this.answer = answer;
        }

        String answer() {
            return answer;
        }
    }
}

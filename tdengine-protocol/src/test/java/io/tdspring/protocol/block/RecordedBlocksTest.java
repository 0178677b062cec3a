// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.block;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.data.Block;
import io.tdspring.data.Column;
import io.tdspring.golden.GoldenCells;
import io.tdspring.golden.GoldenResult;
import io.tdspring.protocol.Recording;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Blocks that TDengine 3.3.7.5 sent, against the values that had been written into it. */
class RecordedBlocksTest {

    static Stream<Recording> queries() {
        return Stream.of(
                        "all-types-ms",
                        "all-types-us",
                        "all-types-ns",
                        "all-types-json-fetch-ms",
                        "all-types-json-fetch-us",
                        "all-types-json-fetch-ns",
                        "tags-ms",
                        "tags-us",
                        "tags-ns",
                        "bitmap-1-rows",
                        "bitmap-7-rows",
                        "bitmap-8-rows",
                        "bitmap-9-rows",
                        "bitmap-16-rows",
                        "bitmap-17-rows",
                        "decimals",
                        "json-tag",
                        "special-floats",
                        "long-values",
                        "multi-block")
                .map(name -> Recording.of(name));
    }

    /** Here the answers give declared lengths with the bytes of a cell's own length counted in. */
    static Stream<Recording> statements() {
        return Stream.of(
                        "stmt-v1-binary-bind",
                        "stmt-v1-insert",
                        "stmt-v1-insert-all-types",
                        "stmt-v1-query",
                        "stmt2-bind-variants",
                        "stmt2-insert-json-tag",
                        "stmt2-insert-subtables",
                        "stmt2-insert-table-ms",
                        "stmt2-insert-table-us",
                        "stmt2-insert-table-ns",
                        "stmt2-insert-tbname-column",
                        "stmt2-query",
                        "stmt2-query-many-types")
                .map(name -> Recording.of(name));
    }

    static Stream<Recording> all() {
        return Stream.concat(queries(), statements());
    }

    @ParameterizedTest
    @MethodSource("all")
    void readsTheValuesThatWereWritten(Recording recording) {
        GoldenResult result = recording.result();

        List<List<Object>> rows = new ArrayList<>();
        for (ByteBuffer block : result.blocks()) {
            rows.addAll(GoldenCells.rows(RawBlock.read(block, result.columns(), result.precision())));
        }

        assertThat(result.precision().symbol())
                .isEqualTo(recording.expected().get("precision").stringValue());
        assertThat(result.columns().stream().map(RecordedBlocksTest::typeText).toList())
                .isEqualTo(recording
                        .expected()
                        .get("columns")
                        .valueStream()
                        .map(column -> column.get("type").stringValue())
                        .toList());
        assertThat(rows)
                .isEqualTo(
                        GoldenCells.rows(result.columns(), recording.expected().get("rows")));
    }

    private static String typeText(Column column) {
        String digits = "(" + column.precision() + "," + column.scale() + ")";
        return column.type().typeName() + (column.type().isDecimal() ? digits : "");
    }

    private static List<Object[]> expectedRows(GoldenResult result, JsonNode expected) {
        List<Object[]> rows = new ArrayList<>();
        expected.get("rows").forEach(row -> rows.add(GoldenCells.row(result.columns(), row)));
        return rows;
    }

    @ParameterizedTest
    @MethodSource("queries")
    void writesTheSameBytesOfTheseValues(Recording recording) {
        GoldenResult result = recording.result();

        assertWrites(result, expectedRows(result, recording.expected()), result.columns());
    }

    @ParameterizedTest
    @MethodSource("all")
    void writesTheSameBytesOfTheseValuesAndTheBlocksOwnSchema(Recording recording) {
        GoldenResult result = recording.result();

        List<Column> schema = RawBlock.schemaOf(result.blocks().get(0));

        assertWrites(result, expectedRows(result, recording.expected()), schema);
    }

    private static void assertWrites(GoldenResult result, List<Object[]> rows, List<Column> columns) {
        int row = 0;
        for (ByteBuffer block : result.blocks()) {
            int end = row
                    + RawBlock.read(block, result.columns(), result.precision()).rows();
            BlockWriter writer = new BlockWriter(columns, BlockWriter.QUERY);
            rows.subList(row, end).forEach(writer::addRow);
            row = end;

            assertThat(GoldenCells.withoutFiller(writer.finish())).isEqualTo(GoldenCells.withoutFiller(block));
        }
        assertThat(row).isEqualTo(rows.size());
    }

    @Test
    void readsThreeBlocksOfOneResult() {
        GoldenResult result = Recording.of("multi-block").result();

        assertThat(result.blocks())
                .extracting(block -> RawBlock.read(block, result.columns(), result.precision())
                        .rows())
                .containsExactly(4096, 4096, 1808);
    }

    @Test
    void theSchemaOfABlockHasTheTypesAndLengthsOfItsResult() {
        GoldenResult result = Recording.of("all-types-ms").result();

        List<Column> schema = RawBlock.schemaOf(result.blocks().get(0));

        assertThat(schema)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("name")
                .isEqualTo(result.columns());
        assertThat(schema).extracting(Column::name).containsOnly("");
    }

    @Test
    void takesTheScaleOfADecimalFromTheBlockWhereTheResultHasNone() {
        GoldenResult result = Recording.of("decimals").result();
        List<Column> bare = result.columns().stream()
                .map(column -> Column.of(column.name(), column.type()))
                .toList();

        Block block = RawBlock.read(result.blocks().get(0), bare, result.precision());

        assertThat(block.columns()).isEqualTo(result.columns());
        assertThat(block.decimalAt(2, 0)).hasToString("99999999.99");
    }

    @ParameterizedTest
    @ValueSource(strings = {"all-types-ms", "all-types-ns", "json-tag"})
    void readsTheBlocksOfTheNativeInterface(String name) {
        JsonNode file = Recording.json("/golden/native/" + name + ".json");
        JsonNode expected = Recording.json("/golden/native/" + name + ".expected.json");
        GoldenResult result = Recording.of(name).result();
        List<Column> columns =
                result.columns().subList(0, expected.get("columns").size());

        Block block = RawBlock.read(
                ByteBuffer.wrap(HexFormat.of()
                        .parseHex(file.get("blocks").get(0).get("hex").stringValue())),
                columns,
                result.precision());

        assertThat(GoldenCells.rows(block)).isEqualTo(GoldenCells.rows(columns, expected.get("rows")));
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.data.Block;
import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.data.Precision;
import io.tdspring.error.TdengineException;
import io.tdspring.error.TdengineProtocolException;
import io.tdspring.error.UnsupportedFeatureException;
import io.tdspring.protocol.Frames;
import io.tdspring.protocol.Recording;
import io.tdspring.protocol.block.BlockWriter;
import io.tdspring.protocol.block.RawBlock;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class TmqDataTest {

    private static final int FETCH_RAW_DATA = 8;
    private static final int TMQ_BLOCK_VERSION = 2;
    private static final int FUZZ_ROUNDS = 20_000;

    /** Recordings of messages by {@code fetch_raw_data} for which the cells are known. */
    static Stream<Recording> withExpectedBlocks() {
        return Stream.of(
                        "tmq-query",
                        "tmq-types",
                        "tmq-stable",
                        "tmq-stable-table-names",
                        "tmq-stable-meta",
                        "tmq-db-table-names",
                        "tmq-db-meta",
                        "tmq-db-meta-batch-meta",
                        "tmq-only-meta")
                .map(name -> Recording.of(name + ".jsonl"));
    }

    static Stream<Recording> all() {
        return Recording.all("").stream()
                .filter(recording -> !recording.name().equals("tmq-json"))
                .filter(recording -> !messages(recording).isEmpty());
    }

    /** The messages that have rows. */
    private static List<FetchedRawData.Data> messages(Recording recording) {
        List<FetchedRawData.Data> messages = new ArrayList<>();
        for (ByteBuffer frame : recording.answers(FETCH_RAW_DATA)) {
            if (FetchedRawData.read(frame) instanceof FetchedRawData.Data data
                    && (data.rawType() == TmqData.DATA || data.rawType() == TmqData.META_DATA)) {
                messages.add(data);
            }
        }
        return messages;
    }

    private static List<TmqBlock> blocks(Recording recording) {
        return messages(recording).stream()
                .flatMap(message -> TmqData.read(message.raw(), message.rawType()).stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("withExpectedBlocks")
    void readsTheTablesColumnsAndCellsThatWereWritten(Recording recording) {
        JsonNode expected = recording.expected().get("blocks");

        List<TmqBlock> blocks = blocks(recording);

        assertThat(blocks).hasSize(expected.size());
        for (int i = 0; i < blocks.size(); i++) {
            assertTable(blocks.get(i), expected.get(i));
            assertCells(blocks.get(i).block(), expected.get(i));
        }
    }

    private static void assertTable(TmqBlock block, JsonNode expected) {
        JsonNode table = expected.get("table");
        assertThat(block.tableName()).isEqualTo(table.isNull() ? null : table.stringValue());
        List<Column> columns = block.block().columns();
        assertThat(columns.stream().map(Column::name).toList())
                .isEqualTo(expected.get("columns")
                        .valueStream()
                        .map(column -> column.get("name").stringValue())
                        .toList());
        assertThat(columns.stream().map(column -> column.type().code()).toList())
                .isEqualTo(expected.get("columns")
                        .valueStream()
                        .map(column -> column.get("type_code").intValue())
                        .toList());
    }

    private static void assertCells(Block block, JsonNode expected) {
        JsonNode rows = expected.get("rows");
        assertThat(block.rows()).isEqualTo(rows.size());
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < block.columns().size(); column++) {
                DataType type = block.columns().get(column).type();
                assertThat(ExpectedCells.actual(block, column, row))
                        .as("row %d of %s", row, block.columns().get(column))
                        .isEqualTo(ExpectedCells.expected(type, rows.get(row).get(column)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("withExpectedBlocks")
    void theBlockWriterMakesTheRecordedBlocksOfTheirCells(Recording recording) {
        JsonNode expected = recording.expected().get("blocks");
        List<TmqBlock> blocks = blocks(recording);
        List<RawEntry> entries = messages(recording).stream()
                .flatMap(message -> RawEntry.of(message.raw()).stream())
                .toList();

        for (int i = 0; i < entries.size(); i++) {
            ByteBuffer written =
                    write(blocks.get(i).block().columns(), expected.get(i).get("rows"));

            assertThat(RawEntry.withoutFiller(written))
                    .isEqualTo(RawEntry.withoutFiller(entries.get(i).block()));
        }
    }

    private static ByteBuffer write(List<Column> columns, JsonNode rows) {
        BlockWriter writer = new BlockWriter(columns, TMQ_BLOCK_VERSION);
        for (JsonNode row : rows) {
            writer.addRow(IntStream.range(0, columns.size())
                    .mapToObj(i -> ExpectedCells.expected(columns.get(i).type(), row.get(i)))
                    .toArray());
        }
        return writer.finish();
    }

    /** Whatever has no column that was added later, whose id and flags the writer does not know. */
    static Stream<FetchedRawData.Data> writable() {
        return Stream.of("tmq-query", "tmq-types", "tmq-db-meta", "peer-jdbc-3.9.0-tmq", "tmq-offsets", "tmq-rebalance")
                .flatMap(name -> messages(Recording.of(name + ".jsonl")).stream())
                .filter(message -> message.rawType() == TmqData.DATA)
                .filter(message -> TmqData.read(message.raw(), TmqData.DATA).stream()
                        .flatMap(block -> block.block().columns().stream())
                        .noneMatch(column -> column.name().equals("w")));
    }

    @ParameterizedTest
    @MethodSource("writable")
    void writesTheRecordedMessage(FetchedRawData.Data message) {
        List<RawEntry> entries = RawEntry.of(message.raw());
        List<TmqBlock> blocks = TmqData.read(message.raw(), message.rawType());
        List<TmqBlockSource> sources = IntStream.range(0, blocks.size())
                .mapToObj(i -> source(blocks.get(i), entries.get(i)))
                .toList();

        ByteBuffer written = TmqData.write(TmqData.DATA, offset(message, 6), offset(message, 15), sources);

        assertThat(written).isEqualTo(message.raw());
    }

    @Test
    void recordedMessagesToWriteAreOfQueriesAndOfTables() {
        List<TmqBlock> blocks = writable()
                .flatMap(message -> TmqData.read(message.raw(), message.rawType()).stream())
                .toList();

        assertThat(blocks).extracting(TmqBlock::tableName).contains(null, "types", "d1");
    }

    private static TmqBlockSource source(TmqBlock block, RawEntry entry) {
        List<String> names = block.block().columns().stream().map(Column::name).toList();
        return new TmqBlockSource(block.tableName(), names, block.block().precision(), entry.block());
    }

    private static long offset(FetchedRawData.Data message, int at) {
        return Long.reverseBytes(message.raw().duplicate().getLong(at));
    }

    @Test
    void readsAMessageWithoutBlocks() {
        ByteBuffer written = TmqData.write(TmqData.DATA, 3, 4, List.of());

        assertThat(TmqData.read(written, TmqData.DATA)).isEmpty();
        assertThat(TmqData.read(Frames.of("64 02000000 ffff 00000000"), TmqData.DATA))
                .isEmpty();
    }

    /** Layout: TDengine before head version 100, an offset of type 1 and one of type 2. */
    @Test
    void readsTheHeadOfOldServers() {
        ByteBuffer raw = messages(Recording.of("tmq-query.jsonl")).get(0).raw();
        ByteBuffer head = Frames.of("01 0000000000000000 02 00000000000000000000000000000000");
        ByteBuffer old = ByteBuffer.allocate(head.remaining() + raw.remaining() - 23)
                .put(head)
                .put(raw.slice(23, raw.remaining() - 23))
                .flip();

        List<TmqBlock> blocks = TmqData.read(old, TmqData.DATA);

        assertThat(blocks).hasSize(3);
        assertThat(blocks.get(0).block().longAt(0, 0)).isEqualTo(1700000000000L);
    }

    @Test
    void refusesAnOldHeadWithAnUnknownOffset() {
        assertThatThrownBy(() -> TmqData.read(Frames.of("07 00"), TmqData.DATA))
                .isInstanceOf(TdengineProtocolException.class)
                .hasMessage("topic data has the unknown offset type 7");
    }

    @Test
    void readsColumnsWithoutNamesWhereThereIsNoSchema() {
        ByteBuffer block = RawEntry.of(
                        messages(Recording.of("tmq-query.jsonl")).get(0).raw())
                .get(1)
                .block();
        ByteBuffer raw = ByteBuffer.allocate(200)
                .put(Frames.of("64 00000000 01000000 00 00"))
                .put(Frames.of("8101 0100000000000000 0000000000000001 00 01"))
                .put(block.duplicate())
                .flip();

        List<TmqBlock> blocks = TmqData.read(raw, TmqData.DATA);

        assertThat(blocks).hasSize(1);
        assertThat(blocks.get(0).tableName()).isNull();
        assertThat(blocks.get(0).block().precision()).isEqualTo(Precision.MICROSECOND);
        assertThat(blocks.get(0).block().columns()).extracting(Column::name).containsOnly("");
        assertThat(blocks.get(0).block().stringAt(2, 0)).isEqualTo("auto");
    }

    @Test
    void refusesAJsonTagWhoseTextOnlyTheServerKnows() {
        FetchedRawData.Data message = messages(Recording.of("tmq-json.jsonl")).get(0);

        assertThatThrownBy(() -> TmqData.read(message.raw(), message.rawType()))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageStartingWith("column j of the topic is a JSON tag");
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6, 515})
    void refusesMessagesWithoutRows(int rawType) {
        assertThatThrownBy(() -> TmqData.read(ByteBuffer.allocate(0), rawType))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessage("topic data of raw type " + rawType + " has no rows to read");
    }

    @Test
    void refusesNamesThatAreNotThoseOfTheBlock() {
        TmqBlockSource source = source(
                blocks(Recording.of("tmq-query.jsonl")).get(0),
                RawEntry.of(messages(Recording.of("tmq-query.jsonl")).get(0).raw())
                        .get(0));
        TmqBlockSource wrong = new TmqBlockSource(null, List.of("only"), source.precision(), source.block());

        assertThatThrownBy(() -> TmqData.write(TmqData.DATA, 0, 1, List.of(wrong)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 names for 5 columns");
    }

    /** Behind the last block only bytes follow that nobody reads, so a prefix may lack these. */
    @ParameterizedTest
    @MethodSource("all")
    void refusesAMessageCutShortWithinItsBlocks(Recording recording) {
        for (FetchedRawData.Data message : messages(recording)) {
            ByteBuffer raw = message.raw();
            int blocksEnd = blocksEnd(raw, message.rawType());

            Frames.assertEveryPrefixIsRefused(
                    raw.slice(0, blocksEnd), prefix -> TmqData.read(prefix, message.rawType()));

            assertThat(TmqData.read(raw.slice(0, blocksEnd), message.rawType()))
                    .hasSameSizeAs(TmqData.read(raw, message.rawType()));
        }
    }

    private static int blocksEnd(ByteBuffer raw, int rawType) {
        if (rawType == TmqData.DATA) {
            return raw.remaining() - 8;
        }
        return IntStream.rangeClosed(0, raw.remaining())
                .filter(length -> isReadable(raw.slice(0, length), rawType))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isReadable(ByteBuffer raw, int rawType) {
        try {
            return !TmqData.read(raw, rawType).isEmpty();
        } catch (TdengineProtocolException e) {
            return false;
        }
    }

    @Test
    void refusesWhatIsNoMessageWithNothingButItsOwnExceptions() {
        Frames.Mutations mutations = new Frames.Mutations();
        List<FetchedRawData.Data> messages =
                all().flatMap(recording -> messages(recording).stream()).toList();
        int read = 0;
        for (int round = 0; round < FUZZ_ROUNDS; round++) {
            FetchedRawData.Data message = messages.get(round % messages.size());
            read += cellsReadOf(mutations.of(message.raw()), message.rawType());
        }

        assertThat(read).isPositive();
    }

    private static int cellsReadOf(ByteBuffer raw, int rawType) {
        int read = 0;
        try {
            for (TmqBlock block : TmqData.read(raw, rawType)) {
                read += cellsReadOf(block.block());
            }
        } catch (TdengineException e) {
            // The refusal that is allowed; anything else fails the test.
            return read;
        }
        return read;
    }

    private static int cellsReadOf(Block block) {
        int read = 0;
        for (int column = 0; column < block.columns().size(); column++) {
            for (int row = 0; row < block.rows(); row++) {
                read += ExpectedCells.actual(block, column, row) == null ? 0 : 1;
            }
        }
        return read;
    }

    @Test
    void readsTheBlocksOfFetchAndFetchBlock() {
        Recording recording = Recording.of("tmq-legacy-fetch.jsonl");

        assertThat(legacyBlocks(recording)).isEqualTo(3);
    }

    @Test
    void readsTheTextOfAJsonTagByFetchAndFetchBlock() {
        assertThat(legacyBlocks(Recording.of("tmq-json-legacy-fetch.jsonl"))).isEqualTo(1);
    }

    /** Checks each block against what was written; its columns come from the {@code fetch} before. */
    private static int legacyBlocks(Recording recording) {
        JsonNode expected = recording.expected().get("blocks");
        FetchResponse fetch = null;
        int count = 0;
        for (Recording.Message message : recording.messages()) {
            if (!message.fromClient() && message.isText() && message.text().contains("\"completed\":false")) {
                fetch = FetchResponse.read(message.text());
            } else if (!message.isText() && message.bytes().get(24) == TMQ_BLOCK_VERSION) {
                FetchBlockResponse answer = FetchBlockResponse.read(message.bytes());
                assertThat(answer.toFrame()).isEqualTo(message.bytes());
                assertThat(answer.requestId()).isEqualTo(fetch.head().requestId());
                assertThat(answer.messageId()).isEqualTo(fetch.messageId());
                Block block = RawBlock.read(answer.block(), fetch.columns(), fetch.precision());
                assertTable(new TmqBlock(fetch.tableName(), block), expected.get(count));
                assertCells(block, expected.get(count));
                count++;
            }
        }
        return count;
    }
}

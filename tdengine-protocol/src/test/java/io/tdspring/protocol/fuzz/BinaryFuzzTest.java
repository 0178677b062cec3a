// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.data.Block;
import io.tdspring.data.DataType;
import io.tdspring.data.Precision;
import io.tdspring.error.UnsupportedFeatureException;
import io.tdspring.golden.Cells;
import io.tdspring.golden.Codecs;
import io.tdspring.golden.GoldenCells;
import io.tdspring.golden.GoldenResult;
import io.tdspring.protocol.BinaryMessage;
import io.tdspring.protocol.Recording;
import io.tdspring.protocol.block.RawBlock;
import io.tdspring.protocol.stmt.BlockValues;
import io.tdspring.protocol.stmt.BoundTable;
import io.tdspring.protocol.stmt.BoundValues;
import io.tdspring.protocol.stmt.Stmt2Bind;
import io.tdspring.protocol.stmt.Stmt2BindExec;
import io.tdspring.protocol.stmt.StmtBlock;
import io.tdspring.protocol.tmq.FetchRawResponse;
import io.tdspring.protocol.tmq.FetchedRawData;
import io.tdspring.protocol.tmq.TmqBlock;
import io.tdspring.protocol.tmq.TmqData;
import io.tdspring.protocol.ws.BinaryRequestHead;
import io.tdspring.protocol.ws.FetchBlockResponse;
import io.tdspring.protocol.ws.FetchRawBlock;
import io.tdspring.protocol.ws.FetchedBlock;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Binary messages of both sides, and every cell and value in them. */
@Timeout(value = 20, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BinaryFuzzTest {

    private static final Set<Integer> ROWS = Set.of(TmqData.DATA, TmqData.META_DATA);

    private final TestReporter reporter;

    BinaryFuzzTest(TestReporter reporter) {
        this.reporter = reporter;
    }

    private void run(Fuzz<?> fuzz) {
        Fuzz.Outcome outcome = fuzz.run(1);
        reporter.publishEntry(fuzz.name(), outcome.toString());
        assertThat(outcome.refused()).isBetween(1, outcome.cases() - 1);
    }

    private static boolean isAnswerTo(ByteBuffer frame, long action) {
        return frame.getLong(0) == -1
                && frame.duplicate().order(ByteOrder.LITTLE_ENDIAN).getLong(8) == action;
    }

    private static List<byte[]> answersTo(long action) {
        return Corpus.frames(false, frame -> isAnswerTo(frame, action));
    }

    private static Block block(ByteBuffer bytes) {
        return RawBlock.read(bytes, RawBlock.schemaOf(bytes), Precision.MICROSECOND);
    }

    /** Each as the object and as the primitive that it is. */
    private static void useCells(Block block) {
        assertThat(Cells.read(block)).isNotNegative();
        assertThat(GoldenCells.rows(block)).hasSize(block.rows());
    }

    @Test
    void blocksByTheirOwnSchema() {
        List<byte[]> blocks = Corpus.small(Recording.all("").stream()
                .flatMap(recording -> recording.answers((int) FetchRawBlock.CODE).stream())
                .map(FetchedBlock::read)
                .filter(FetchedBlock.Rows.class::isInstance)
                .map(rows -> Corpus.bytes(((FetchedBlock.Rows) rows).block())));

        run(new Fuzz<>("block", blocks, bytes -> block(ByteBuffer.wrap(bytes)), BinaryFuzzTest::useCells));
    }

    @Test
    void blocksByTheColumnsOfTheirResult() {
        GoldenResult result = Recording.of("all-types-us").result();
        List<byte[]> blocks = result.blocks().stream().map(Corpus::bytes).toList();

        run(new Fuzz<>(
                "block of a result",
                blocks,
                bytes -> RawBlock.read(ByteBuffer.wrap(bytes), result.columns(), result.precision()),
                BinaryFuzzTest::useCells));
    }

    @Test
    void answersToFetchRawBlock() {
        run(new Fuzz<>(
                "fetch_raw_block",
                answersTo(FetchRawBlock.CODE),
                bytes -> FetchedBlock.read(ByteBuffer.wrap(bytes)),
                answer -> {
                    if (answer instanceof FetchedBlock.Rows rows) {
                        useCells(block(rows.block()));
                    }
                }));
    }

    @Test
    void topicData() {
        List<byte[]> withRows = answersTo(8).stream()
                .filter(bytes -> FetchedRawData.read(ByteBuffer.wrap(bytes)) instanceof FetchedRawData.Data data
                        && ROWS.contains(data.rawType()))
                .toList();

        run(new Fuzz<>("topic data", withRows, BinaryFuzzTest::topicData, BinaryFuzzTest::useBlocks));
    }

    private static List<TmqBlock> topicData(byte[] bytes) {
        return FetchedRawData.read(ByteBuffer.wrap(bytes)) instanceof FetchedRawData.Data data
                ? blocks(data.raw(), data.rawType())
                : List.of();
    }

    private static List<TmqBlock> blocks(ByteBuffer raw, int rawType) {
        try {
            return TmqData.read(raw, rawType);
        } catch (UnsupportedFeatureException e) {
            return List.of();
        }
    }

    private static void useBlocks(List<TmqBlock> blocks) {
        blocks.forEach(block -> useCells(block.block()));
    }

    @Test
    void olderAnswersWithBlocks() {
        List<byte[]> frames = Corpus.frames(false, frame -> frame.getLong(0) != -1);

        run(new Fuzz<>("fetch_block", frames, bytes -> ByteBuffer.wrap(bytes), frame -> {
            useCells(block(FetchBlockResponse.read(frame).block()));
        }));
        run(new Fuzz<>("fetch_block of a topic", frames, bytes -> ByteBuffer.wrap(bytes), frame -> {
            useCells(block(
                    io.tdspring.protocol.tmq.FetchBlockResponse.read(frame).block()));
        }));
        run(new Fuzz<>("fetch_raw of a topic", frames, bytes -> FetchRawResponse.read(ByteBuffer.wrap(bytes)), data -> {
            useBlocks(blocks(data.raw(), data.rawType()));
        }));
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7, 10})
    void requests(long action) {
        Function<ByteBuffer, BinaryMessage> reader = Codecs.binaryRequests().get(action);

        run(new Fuzz<>(
                "request " + action,
                requestsOf(Set.of(action)),
                bytes -> reader.apply(ByteBuffer.wrap(bytes)),
                request -> assertThat(request.toFrame().remaining()).isPositive()));
    }

    private static List<byte[]> requestsOf(Set<Long> actions) {
        return Corpus.frames(
                true, frame -> actions.contains(BinaryRequestHead.read(frame).action()));
    }

    @Test
    void valuesBoundToTables() {
        run(new Fuzz<>(
                "stmt2_bind",
                requestsOf(Set.of(Stmt2Bind.CODE)),
                bytes -> Stmt2Bind.read(ByteBuffer.wrap(bytes)),
                bind -> bind.tables()
                        .forEach(table -> Stream.concat(table.tags().stream(), table.columns().stream())
                                .forEach(BinaryFuzzTest::useValues))));
    }

    /** No recorded server takes these; they are made of the values of those that are recorded. */
    @Test
    void valuesBoundAndRun() {
        List<byte[]> frames = requestsOf(Set.of(Stmt2Bind.CODE)).stream()
                .flatMap(BinaryFuzzTest::tables)
                .filter(table -> !table.columns().isEmpty())
                .map(table -> Corpus.bytes(new Stmt2BindExec(1, 2, 1, table.columns()).toFrame()))
                .toList();

        run(new Fuzz<>(
                "stmt2_bind_exec",
                frames,
                bytes -> Stmt2BindExec.read(ByteBuffer.wrap(bytes)),
                bind -> bind.fields().forEach(BinaryFuzzTest::useValues)));
    }

    private static Stream<BoundTable> tables(byte[] frame) {
        try {
            return Stmt2Bind.read(ByteBuffer.wrap(frame)).tables().stream();
        } catch (io.tdspring.protocol.ws.InvalidRequestException e) {
            return Stream.empty();
        }
    }

    @Test
    void blocksBoundToStatements() {
        List<byte[]> frames = requestsOf(Set.of(StmtBlock.SET_TAGS, StmtBlock.BIND));

        run(new Fuzz<>(
                "bound block",
                frames,
                bytes -> BlockValues.read(StmtBlock.read(ByteBuffer.wrap(bytes)).block()),
                values -> values.forEach(BinaryFuzzTest::useValues)));
    }

    private static boolean isZero(BoundValues values, int row) {
        for (byte each : values.bytesAt(row)) {
            if (each != 0) {
                return false;
            }
        }
        return true;
    }

    private static void useValues(BoundValues values) {
        DataType type = Stream.of(DataType.values())
                .filter(each -> each.code() == values.typeCode())
                .findFirst()
                .orElse(DataType.NULL);
        for (int row = 0; row < values.rows() && type != DataType.NULL; row++) {
            if (values.isValue(row)) {
                assertThat(values.bytesAt(row)).hasSize(values.bytes(row));
                assertThat(values.textAt(row)).isNotNull();
                assertThat(type.isVariable() || type.width() > 8 || values.longAt(row) != 0 || isZero(values, row))
                        .isTrue();
            }
        }
        assertThat(values.nulls().length()).isLessThanOrEqualTo(values.rows());
    }
}

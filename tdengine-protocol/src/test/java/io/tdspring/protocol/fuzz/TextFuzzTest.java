// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.data.Block;
import io.tdspring.data.DataType;
import io.tdspring.error.TdengineException;
import io.tdspring.error.TdengineProtocolException;
import io.tdspring.golden.Cells;
import io.tdspring.golden.Codecs;
import io.tdspring.protocol.rest.RestAnswerReader;
import io.tdspring.protocol.stmt.BoundValues;
import io.tdspring.protocol.stmt.JsonValues;
import io.tdspring.protocol.stmt.StatementField;
import io.tdspring.protocol.ws.RequestEnvelope;
import io.tdspring.protocol.ws.ResponseHead;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

/** Messages in JSON of both sides. */
@Timeout(value = 20, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TextFuzzTest {

    /** The types of the tags of stmt-v1-insert, and of the columns of stmt-v1-insert-all-types. */
    private static final List<DataType> BOUND = List.of(
            DataType.TIMESTAMP,
            DataType.BOOL,
            DataType.TINYINT,
            DataType.SMALLINT,
            DataType.INT,
            DataType.BIGINT,
            DataType.UTINYINT,
            DataType.USMALLINT,
            DataType.UINT,
            DataType.UBIGINT,
            DataType.FLOAT,
            DataType.DOUBLE,
            DataType.VARCHAR,
            DataType.NCHAR,
            DataType.VARBINARY,
            DataType.GEOMETRY,
            DataType.TIMESTAMP);

    private final TestReporter reporter;

    TextFuzzTest(TestReporter reporter) {
        this.reporter = reporter;
    }

    private Fuzz.Outcome run(Fuzz<?> fuzz, int decoders) {
        Fuzz.Outcome outcome = fuzz.run(decoders);
        reporter.publishEntry(fuzz.name(), outcome.toString());
        assertThat(outcome.refused()).isBetween(1, outcome.cases() - 1);
        return outcome;
    }

    private static <T> Function<byte[], T> ofText(Function<String, T> reader) {
        return bytes -> reader.apply(new String(bytes, StandardCharsets.UTF_8));
    }

    @Test
    void answers() {
        for (Codecs codecs : List.of(Codecs.QUERY, Codecs.TOPICS)) {
            Map<String, ?> readers = codecs.answers();
            readers.keySet()
                    .forEach(action -> run(
                            new Fuzz<>(
                                    "answer " + action,
                                    Corpus.texts(false, codecs == Codecs.TOPICS, action),
                                    ofText(codecs.answers().get(action)),
                                    answer -> assertThat(answer.toJson()).startsWith("{")),
                            readers.size()));
        }
    }

    @Test
    void requests() {
        for (Codecs codecs : List.of(Codecs.QUERY, Codecs.TOPICS)) {
            Map<String, ?> readers = codecs.requests();
            readers.keySet()
                    .forEach(action -> run(
                            new Fuzz<>(
                                    "request " + action,
                                    Corpus.texts(true, codecs == Codecs.TOPICS, action),
                                    ofText(codecs.requests().get(action)),
                                    request -> assertThat(request.toJson()).startsWith("{")),
                            readers.size()));
        }
    }

    @Test
    void headsOfAnyMessage() {
        List<byte[]> answers = Corpus.texts(false, true, "poll");
        List<byte[]> requests = Corpus.texts(true, true, "poll");

        run(
                new Fuzz<>(
                        "head of an answer",
                        answers,
                        ofText(ResponseHead::read),
                        head -> assertThat(head).isNotNull()),
                1);
        run(
                new Fuzz<>(
                        "head of a request",
                        requests,
                        ofText(RequestEnvelope::read),
                        head -> assertThat(head).isNotNull()),
                1);
    }

    @Test
    void valuesBoundInJson() {
        List<StatementField> fields = BOUND.stream()
                .map(type -> new StatementField("c", type, 0, 0, 0, StatementField.Role.COLUMN))
                .toList();
        Function<byte[], List<BoundValues>> columns = ofText(json -> JsonValues.readColumns(json, fields));
        Function<byte[], List<BoundValues>> tags = ofText(json -> JsonValues.readTags(json, fields));

        run(new Fuzz<>("columns in JSON", valuesOf("bind", columns), columns, TextFuzzTest::use), 2);
        run(new Fuzz<>("tags in JSON", valuesOf("set_tags", tags), tags, TextFuzzTest::use), 2);
    }

    /** The recorded values that fit these fields. */
    private static List<byte[]> valuesOf(String action, Function<byte[], List<BoundValues>> reader) {
        return Corpus.texts(true, false, action).stream()
                .map(request -> new String(request, StandardCharsets.UTF_8))
                .map(request -> request.substring(request.indexOf('['), request.lastIndexOf(']') + 1))
                .map(values -> values.getBytes(StandardCharsets.UTF_8))
                .filter(values -> isRead(values, reader))
                .toList();
    }

    private static boolean isRead(byte[] values, Function<byte[], List<BoundValues>> reader) {
        try {
            return !reader.apply(values).isEmpty();
        } catch (TdengineProtocolException e) {
            return false;
        }
    }

    private static void use(List<BoundValues> values) {
        values.forEach(each -> assertThat(each.nulls().length()).isLessThanOrEqualTo(each.rows()));
    }

    @Test
    void answersOverRest() {
        List<byte[]> answers = Corpus.restAnswers();

        run(
                new Fuzz<>(
                        "answer over REST",
                        answers,
                        TextFuzzTest::readAll,
                        blocks -> blocks.forEach(block -> {
                            assertThat(Cells.read(block)).isNotNegative();
                        })),
                1);
    }

    private static List<Block> readAll(byte[] body) {
        List<Block> blocks = new ArrayList<>();
        try (RestAnswerReader reader = RestAnswerReader.open(new ByteArrayInputStream(body), 42)) {
            for (Block block = reader.nextBlock(); block != null; block = reader.nextBlock()) {
                blocks.add(block);
            }
        } catch (TdengineProtocolException e) {
            throw e;
        } catch (TdengineException e) {
            // A failure that the server tells of.
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return blocks;
    }
}

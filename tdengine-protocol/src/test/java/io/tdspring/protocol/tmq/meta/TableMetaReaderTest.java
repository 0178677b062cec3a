// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.data.meta.AlterMeta;
import io.tdspring.data.meta.AlterMeta.Member;
import io.tdspring.data.meta.AlterMeta.TagText;
import io.tdspring.data.meta.ChildMeta;
import io.tdspring.data.meta.ColumnMeta;
import io.tdspring.data.meta.TableKind;
import io.tdspring.data.meta.TableMeta;
import io.tdspring.data.meta.TagMeta;
import io.tdspring.error.TdengineProtocolException;
import io.tdspring.protocol.Recording;
import io.tdspring.protocol.tmq.FetchJsonMetaResponse;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All changes that have been recorded, and for what is not recorded the forms of TDengine's manual. */
class TableMetaReaderTest {

    private static List<String> answers(String recording) {
        return Recording.of(recording).texts(false).stream()
                .filter(text -> text.contains("\"action\":\"fetch_json_meta\"") && text.contains("\"code\":0"))
                .toList();
    }

    private static List<TableMeta> changes(String recording) {
        List<TableMeta> changes = new ArrayList<>();
        answers(recording)
                .forEach(answer ->
                        changes.addAll(FetchJsonMetaResponse.read(answer).metas()));
        return changes;
    }

    private static ColumnMeta column(Column column, String encode, String compress) {
        return new ColumnMeta(column, false, new ColumnMeta.Storage(encode, compress, "medium"));
    }

    private static TableMeta alter(String fields) {
        return TableMetaReader.read("{\"type\":\"alter\",\"tableType\":\"super\",\"tableName\":\"st\"," + fields + "}");
    }

    @Test
    void readsWhatADatabaseTopicTells() {
        ColumnMeta timestamp = column(Column.of("ts", DataType.TIMESTAMP), "delta-i", "lz4");
        TagMeta three = new TagMeta("g", DataType.INT, 3L);
        List<TableMeta> changes = changes("tmq-db-meta");

        assertThat(changes.get(0)).isInstanceOfSatisfying(TableMeta.Created.class, created -> {
            assertThat(created.kind()).isEqualTo(TableKind.NORMAL);
            assertThat(created.table()).isEqualTo("types");
            assertThat(created.columns())
                    .hasSize(20)
                    .contains(column(Column.of("c_nc", DataType.NCHAR, 32), "disabled", "zstd"))
                    .contains(column(Column.of("c_d128", DataType.DECIMAL), "disabled", "zstd"));
            assertThat(created.tags()).isEmpty();
        });
        assertThat(changes.subList(1, changes.size()))
                .containsExactly(
                        new TableMeta.Created(
                                TableKind.SUPER,
                                "st",
                                List.of(
                                        timestamp,
                                        column(Column.of("v", DataType.INT), "simple8b", "lz4"),
                                        column(Column.of("s", DataType.VARCHAR, 10), "disabled", "zstd")),
                                List.of(
                                        new ColumnMeta(Column.of("g", DataType.INT), false, null),
                                        new ColumnMeta(Column.of("n", DataType.NCHAR, 10), false, null))),
                        new TableMeta.Created(
                                TableKind.SUPER,
                                "sj",
                                List.of(timestamp, column(Column.of("v", DataType.INT), "simple8b", "lz4")),
                                List.of(new ColumnMeta(Column.of("j", DataType.JSON, 0), false, null))),
                        new TableMeta.ChildrenCreated(List.of(new ChildMeta(
                                "d1",
                                "st",
                                2,
                                List.of(new TagMeta("g", DataType.INT, 1L), new TagMeta("n", DataType.NCHAR, "北京"))))),
                        new TableMeta.ChildrenCreated(
                                List.of(new ChildMeta("d2", "st", 2, List.of(new TagMeta("g", DataType.INT, 2L))))),
                        new TableMeta.Created(
                                TableKind.NORMAL,
                                "nt",
                                List.of(timestamp, column(Column.of("k", DataType.BIGINT), "simple8b", "lz4")),
                                List.of()),
                        new TableMeta.ChildrenCreated(List.of(
                                new ChildMeta("d3", "st", 2, List.of(three, new TagMeta("n", DataType.NCHAR, "auto"))),
                                new ChildMeta("j1", "sj", 1, List.of(new TagMeta("j", DataType.JSON, "{\"a\":1}"))))),
                        new AlterMeta.Added(TableKind.SUPER, "st", Member.COLUMN, Column.of("w", DataType.DOUBLE)),
                        new AlterMeta.Added(TableKind.SUPER, "st", Member.TAG, Column.of("g2", DataType.INT)),
                        new AlterMeta.TagsSet("d1", List.of(new TagText("g", "11"))),
                        new AlterMeta.Renamed(TableKind.NORMAL, "nt", Member.COLUMN, "k", "k2"),
                        new TableMeta.Deleted("delete from `d1` where `ts` >= 1700000000002 and `ts` <= 1700000000002"),
                        new TableMeta.Dropped(List.of("d2")),
                        new TableMeta.Dropped(List.of("nt")),
                        new AlterMeta.Dropped(TableKind.SUPER, "st", Member.TAG, "g2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tmq-db-meta", "tmq-db-meta-batch-meta", "tmq-only-meta", "tmq-stable-meta"})
    void writesAgainWhatItHasRead(String recording) {
        assertThat(answers(recording)).isNotEmpty();
        for (String answer : answers(recording)) {
            // Go escapes for HTML, which says the same.
            String plain = answer.replace("\\u003e", ">").replace("\\u003c", "<");
            assertThat(FetchJsonMetaResponse.read(answer).toJson()).isEqualTo(plain);
        }
    }

    @Test
    void readsTheSameOneByOneAndInBatches() {
        List<TableMeta> oneByOne = changes("tmq-db-meta");

        assertThat(changes("tmq-db-meta-batch-meta")).containsExactlyInAnyOrderElementsOf(oneByOne);
    }

    @Test
    void readsTheOtherKindsOfAlteration() {
        Column text = Column.of("n", DataType.NCHAR, 20);
        String column = "\"colName\":\"n\",\"colType\":10,\"colLength\":20";

        assertThat(alter("\"alterType\":3,\"colName\":\"g\",\"colNewName\":\"h\""))
                .isEqualTo(new AlterMeta.Renamed(TableKind.SUPER, "st", Member.TAG, "g", "h"));
        assertThat(alter("\"alterType\":6,\"colName\":\"v\""))
                .isEqualTo(new AlterMeta.Dropped(TableKind.SUPER, "st", Member.COLUMN, "v"));
        assertThat(alter("\"alterType\":7," + column))
                .isEqualTo(new AlterMeta.Resized(TableKind.SUPER, "st", Member.COLUMN, text));
        assertThat(alter("\"alterType\":8," + column))
                .isEqualTo(new AlterMeta.Resized(TableKind.SUPER, "st", Member.TAG, text));
        assertThat(alter("\"alterType\":15,\"tags\":[{\"colName\":\"g\",\"colValue\":\"1\",\"colValueNull\":false},"
                        + "{\"colName\":\"n\",\"colValueNull\":true}]"))
                .isEqualTo(new AlterMeta.TagsSet("st", List.of(new TagText("g", "1"), new TagText("n", null))));
        assertThat(TableMetaReader.read("{\"type\":\"drop\",\"tableType\":\"super\",\"tableName\":\"st\"}"))
                .isEqualTo(new TableMeta.SuperTableDropped("st"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 13, 14, 16, 17, 18, 99})
    void keepsAlterationsThatItDoesNotKnowWithTheirNumberAndText(int alterType) {
        String json = "{\"type\":\"alter\",\"tableType\":\"super\",\"tableName\":\"st\",\"alterType\":" + alterType
                + ",\"x\":[{\"y\":1}]}";

        assertThat(TableMetaReader.read(json)).isEqualTo(new AlterMeta.Other(TableKind.SUPER, "st", alterType, json));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rename | {'type':'rename','tableName':'t'}",
                "'' | {}",
                "create | {'type':'create','tableType':'virtual','tableName':'t'}",
                "create | {'type':'create','tableType':'normal','tableName':'t','columns':[{'name':'c','type':99}]}",
                "create | {'type':'create','tableType':'normal','tableName':7}",
                "alter | {'type':'alter','tableType':'child','tableName':'t','alterType':15,'tags':[]}",
                "alter | {'type':'alter','tableType':'child','tableName':'t','alterType':'4'}"
            },
            quoteCharacter = '~')
    void keepsWhatHasAnUnknownFormAsText(String type, String form) {
        String json = form.replace('\'', '"');

        assertThat(TableMetaReader.read(json)).isEqualTo(new TableMeta.Other(type.replace("'", ""), json));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, true",
        "1, 0, false",
        "2, -7, -7",
        "5, 9223372036854775807, 9223372036854775807",
        "14, 18446744073709551615, 18446744073709551615",
        "6, 1.5, 1.5",
        "7, -1e300, -1.0E300",
        "9, 1700000000000, 1700000000000"
    })
    void readsTagsByTheirTypes(int type, String number, String value) {
        String json = "{\"type\":\"create\",\"tableType\":\"child\",\"tableName\":\"d\",\"using\":\"st\",\"tagNum\":1,"
                + "\"tags\":[{\"name\":\"g\",\"type\":" + type + ",\"value\":" + number + "}],\"createList\":[]}";

        assertThat(TableMetaReader.read(json)).isInstanceOfSatisfying(TableMeta.ChildrenCreated.class, created -> {
            TagMeta tag = created.children().get(0).tags().get(0);
            assertThat(tag.type()).isEqualTo(DataType.of(type));
            assertThat(tag.value()).hasToString(value);
            assertThat(tag.value() instanceof BigInteger).isEqualTo(type == 14);
        });
    }

    @Test
    void leavesOutATagThatIsNull() {
        String json = "{\"type\":\"create\",\"tableType\":\"child\",\"tableName\":\"d\",\"using\":\"st\",\"tagNum\":1,"
                + "\"tags\":[{\"name\":\"n\",\"type\":10,\"value\":null}],\"createList\":[]}";

        assertThat(TableMetaReader.read(json))
                .isEqualTo(new TableMeta.ChildrenCreated(List.of(new ChildMeta("d", "st", 1, List.of()))));
    }

    @Test
    void findsNoChangeWhereThereIsNone() {
        String answer = "{\"code\":0,\"message\":\"\",\"action\":\"fetch_json_meta\",\"req_id\":1,\"timing\":2,"
                + "\"message_id\":3,\"data\":null}";

        assertThat(FetchJsonMetaResponse.read(answer).metas()).isEmpty();
        assertThat(FetchJsonMetaResponse.read(answer).toJson()).isEqualTo(answer);
    }

    @Test
    void refusesWhatIsNoObject() {
        assertThatExceptionOfType(TdengineProtocolException.class).isThrownBy(() -> TableMetaReader.read("[1]"));
        assertThatExceptionOfType(TdengineProtocolException.class)
                .isThrownBy(() -> FetchJsonMetaResponse.read("{\"data\":[]}"));
        assertThatExceptionOfType(TdengineProtocolException.class)
                .isThrownBy(() -> FetchJsonMetaResponse.read("{\"data\":{\"metas\":[1]}}"));
    }
}

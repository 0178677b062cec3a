// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.protocol.JsonWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Layouts as in tmq-db-meta, and for what is not recorded as the clients read them. */
class TableMetaTest {

    private static final Column INT = Column.of("g", DataType.INT);
    private static final Column TEXT = Column.of("n", DataType.NCHAR, 10);

    private static String json(TableMeta meta) {
        return JsonWriter.write(meta::writeFields);
    }

    @Test
    void tellsAllChildTablesInAListOnlyIfThereAreSeveral() {
        ChildMeta one = new ChildMeta("d1", "st", List.of(new TagMeta(INT, 1L), new TagMeta(TEXT, "北京")));
        ChildMeta two = new ChildMeta("d2", "st", List.of(new TagMeta(INT, 2L), new TagMeta(TEXT, null)));

        String d1 =
                "\"tableName\":\"d1\",\"using\":\"st\",\"tagNum\":2,\"tags\":[{\"name\":\"g\",\"type\":4,\"value\":1},"
                        + "{\"name\":\"n\",\"type\":10,\"value\":\"\\\"北京\\\"\"}]";
        String d2 =
                "\"tableName\":\"d2\",\"using\":\"st\",\"tagNum\":2,\"tags\":[{\"name\":\"g\",\"type\":4,\"value\":2}]";
        assertThat(json(new TableMeta.ChildrenCreated(List.of(one))))
                .isEqualTo("{\"type\":\"create\",\"tableType\":\"child\"," + d1 + ",\"createList\":[]}");
        assertThat(json(new TableMeta.ChildrenCreated(List.of(one, two))))
                .isEqualTo("{\"type\":\"create\",\"tableType\":\"child\"," + d1 + ",\"createList\":[{" + d1 + "},{" + d2
                        + "}]}");
    }

    @Test
    void tellsWhichTagGotWhichValue() {
        assertThat(json(new AlterMeta.TagsSet("d1", List.of(new TagMeta(INT, 11L)))))
                .isEqualTo("{\"type\":\"alter\",\"tableType\":\"child\",\"tableName\":\"d1\",\"alterType\":4,"
                        + "\"colName\":\"g\",\"colValue\":\"11\",\"colValueNull\":false}");
        assertThat(json(new AlterMeta.TagsSet("d1", List.of(new TagMeta(INT, 11L), new TagMeta(TEXT, null)))))
                .endsWith("\"alterType\":15,\"tags\":[{\"colName\":\"g\",\"colValue\":\"11\",\"colValueNull\":false},"
                        + "{\"colName\":\"n\",\"colValueNull\":true}]}");
    }

    @Test
    void numbersTheKindsOfChangeOfColumnsAndTags() {
        assertThat(json(new AlterMeta.Resized(TableKind.SUPER, "st", AlterMeta.Member.TAG, TEXT)))
                .isEqualTo("{\"type\":\"alter\",\"tableType\":\"super\",\"tableName\":\"st\",\"alterType\":8,"
                        + "\"colName\":\"n\",\"colType\":10,\"colLength\":10}");
        assertThat(json(new AlterMeta.Renamed(TableKind.NORMAL, "nt", AlterMeta.Member.COLUMN, "k", "k2")))
                .endsWith("\"alterType\":10,\"colName\":\"k\",\"colNewName\":\"k2\"}");
        assertThat(json(new AlterMeta.Dropped(TableKind.SUPER, "st", AlterMeta.Member.COLUMN, "v")))
                .endsWith("\"alterType\":6,\"colName\":\"v\"}");
    }

    @Test
    void tellsOfDroppedSuperTablesByName() {
        assertThat(json(new TableMeta.SuperTableDropped("st")))
                .isEqualTo("{\"type\":\"drop\",\"tableType\":\"super\",\"tableName\":\"st\"}");
    }
}

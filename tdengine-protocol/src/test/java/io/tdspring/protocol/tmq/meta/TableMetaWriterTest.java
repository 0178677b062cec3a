// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.data.meta.AlterMeta;
import io.tdspring.data.meta.ChildMeta;
import io.tdspring.data.meta.TableKind;
import io.tdspring.data.meta.TableMeta;
import io.tdspring.data.meta.TagMeta;
import io.tdspring.protocol.JsonWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Layouts as in tmq-db-meta, and for what is not recorded as the clients read them. */
class TableMetaWriterTest {

    private static final AlterMeta.TagText G_IS_11 = TableMetaWriter.tagText("g", DataType.INT, 11L);
    private static final AlterMeta.TagText NO_N = TableMetaWriter.tagText("n", DataType.NCHAR, null);
    private static final Column TEXT = Column.of("n", DataType.NCHAR, 10);

    private static String json(TableMeta meta) {
        return JsonWriter.write(out -> TableMetaWriter.write(meta, out));
    }

    @Test
    void tellsAllChildTablesInAListOnlyIfThereAreSeveral() {
        ChildMeta one = new ChildMeta(
                "d1", "st", 2, List.of(new TagMeta("g", DataType.INT, 1L), new TagMeta("n", DataType.NCHAR, "北京")));
        ChildMeta two = new ChildMeta("d2", "st", 2, List.of(new TagMeta("g", DataType.INT, 2L)));

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
        assertThat(json(new AlterMeta.TagsSet("d1", List.of(G_IS_11))))
                .isEqualTo("{\"type\":\"alter\",\"tableType\":\"child\",\"tableName\":\"d1\",\"alterType\":4,"
                        + "\"colName\":\"g\",\"colValue\":\"11\",\"colValueNull\":false}");
        assertThat(json(new AlterMeta.TagsSet("d1", List.of(G_IS_11, NO_N))))
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

    @Test
    void putsQuotesAroundTheTextOfATag() {
        assertThat(TableMetaWriter.tagText("n", DataType.NCHAR, "北京").text()).isEqualTo("\"北京\"");
        assertThat(TableMetaWriter.tagText("j", DataType.JSON, "{\"a\":1}").text())
                .isEqualTo("{\"a\":1}");
    }

    @Test
    void writesWhatItDoesNotKnowAsItWas() {
        assertThat(json(new TableMeta.Other("rename", " {\"type\": \"rename\"} ")))
                .isEqualTo("{\"type\": \"rename\"}");
        assertThat(json(new AlterMeta.Other(TableKind.SUPER, "st", 9, "{\"alterType\":9}")))
                .isEqualTo("{\"alterType\":9}");
        assertThat(json(new TableMeta.Other("", "{}"))).isEqualTo("{}");
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowBatchBuilderTest {

    private final RowBatchBuilder builder = new RowBatchBuilder(
            List.of(Column.of("ts", DataType.TIMESTAMP), Column.of("a", DataType.INT), Column.of("b", DataType.INT)));

    @Test
    void sortsRowsByTheirTimestamps() {
        builder.add(new Object[] {3L, 3L, null});
        builder.add(new Object[] {1L, 1L, null});
        builder.add(new Object[] {2L, 2L, null});

        RowBatch batch = builder.build();

        assertThat(List.of(batch.timestamp(0), batch.timestamp(1), batch.timestamp(2)))
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void foldsATimestampThatRepeatsToTheLastValuesThatAreNotNull() {
        builder.add(new Object[] {1L, 1L, 10L});
        builder.add(new Object[] {1L, null, 20L});
        builder.add(new Object[] {1L, 3L, RowBatch.NONE});

        RowBatch batch = builder.build();

        assertThat(batch.count()).isEqualTo(1);
        assertThat(batch.value(0, 1)).isEqualTo(3L);
        assertThat(batch.value(0, 2)).isEqualTo(20L);
    }

    @Test
    void namesACellThatAnyOfTheFoldedRowsNames() {
        builder.add(new Object[] {1L, 1L, RowBatch.NONE});
        builder.add(new Object[] {1L, RowBatch.NONE, null});

        RowBatch batch = builder.build();

        assertThat(batch.names(0, 1)).isTrue();
        assertThat(batch.names(0, 2)).isTrue();
        assertThat(batch.value(0, 1)).isEqualTo(1L);
        assertThat(batch.value(0, 2)).isNull();
    }

    @Test
    void readsACellThatIsNotNamedAsNull() {
        builder.add(new Object[] {1L, RowBatch.NONE, 5L});

        RowBatch batch = builder.build();

        assertThat(batch.names(0, 1)).isFalse();
        assertThat(batch.value(0, 1)).isNull();
    }
}

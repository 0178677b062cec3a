// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.mapping;

import static io.tdspring.spring.mapping.OneRow.column;
import static io.tdspring.spring.mapping.OneRow.read;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.error.TdConversionException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class TdMapperRefusalTest {

    private final TdMapper mapper = new TdMapper();

    enum Mode {
        ON,
        OFF
    }

    record OneInt(int value) {}

    record OneByte(byte value) {}

    static final class Bean {
        int value;
    }

    @Test
    void refusesNullForAPrimitiveNamingColumnAndComponent() {
        List<Column> columns = List.of(column("value", DataType.INT));

        assertThatThrownBy(() -> read(mapper, OneInt.class, columns, (Object) null))
                .isInstanceOf(TdConversionException.class)
                .hasMessage("column value is NULL and cannot be primitive (component value of " + OneInt.class.getName()
                        + ")");
    }

    @Test
    void refusesAMissingColumnNamingTheComponent() {
        List<Column> columns = List.of(column("v", DataType.INT), column("ts", DataType.TIMESTAMP));

        assertThatThrownBy(() -> mapper.reader(OneInt.class, columns))
                .isInstanceOf(TdConversionException.class)
                .hasMessage("no column value for component value of " + OneInt.class.getName() + " among [v, ts]");
    }

    @Test
    void refusesAColumnOfAnotherTypeBeforeAnyRowComes() {
        assertThatThrownBy(() -> mapper.reader(OneInt.class, List.of(column("value", DataType.VARCHAR, 4))))
                .isInstanceOf(TdConversionException.class)
                .hasMessage("column value of type VARCHAR is not read as int (component value of "
                        + OneInt.class.getName() + ")");
    }

    @Test
    void refusesAValueThatDoesNotFitWithoutShowingIt() {
        assertThatThrownBy(() -> read(mapper, OneInt.class, List.of(column("value", DataType.BIGINT)), 5_000_000_000L))
                .isInstanceOf(TdConversionException.class)
                .hasMessageContaining("column value exceeds int")
                .hasMessageContaining("component value of")
                .hasMessageNotContaining("5000000000");
        assertThatThrownBy(() -> read(mapper, OneByte.class, List.of(column("value", DataType.INT)), 128L))
                .isInstanceOf(TdConversionException.class)
                .hasMessageContaining("a value of column value exceeds byte")
                .hasMessageNotContaining("128");
    }

    @Test
    void refusesAnUnknownConstantWithoutShowingIt() {
        assertThatThrownBy(() -> read(mapper, Mode.class, List.of(column("m", DataType.VARCHAR, 8)), "BROKEN"))
                .isInstanceOf(TdConversionException.class)
                .hasMessage("a value of column m is the name of no constant (Mode)");
    }

    @Test
    void refusesNaNAsADecimal() {
        assertThatThrownBy(() -> read(mapper, BigDecimal.class, List.of(column("d", DataType.DOUBLE)), Double.NaN))
                .isInstanceOf(TdConversionException.class)
                .hasMessageContaining("column d of type DOUBLE is no BigDecimal");
    }

    @Test
    void refusesASingleValueFromSeveralColumns() {
        List<Column> columns = List.of(column("a", DataType.INT), column("b", DataType.INT));

        assertThatThrownBy(() -> mapper.reader(Integer.class, columns))
                .isInstanceOf(TdConversionException.class)
                .hasMessage("a Integer is read from one column, the result has 2");
    }

    @Test
    void refusesBeans() {
        assertThatThrownBy(() -> mapper.reader(Bean.class, List.of(column("value", DataType.INT))))
                .isInstanceOf(TdConversionException.class)
                .hasMessageContaining(Bean.class.getName())
                .hasMessageContaining("only records");
    }

    @Test
    void refusesAComponentOfATypeThatCellsAreNotReadAs() {
        record Odd(Thread value) {}

        assertThatThrownBy(() -> mapper.reader(Odd.class, List.of(column("value", DataType.INT))))
                .isInstanceOf(TdConversionException.class)
                .hasMessageContaining("java.lang.Thread")
                .hasMessageContaining("component value of");
    }

    @Test
    void refusesContradictoryAnnotations() {
        record Odd(@TdTag @TdColumn int value) {}

        assertThatThrownBy(() -> mapper.reader(Odd.class, List.of(column("value", DataType.INT))))
                .isInstanceOf(TdConversionException.class)
                .hasMessageContaining("more than one of");
    }

    @Test
    void letsTheRecordsOwnChecksThrough() {
        assertThatThrownBy(() -> read(mapper, Positive.class, List.of(column("value", DataType.INT)), -1L))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not positive");
    }

    record Positive(int value) {
        Positive {
            if (value < 0) {
                throw new IllegalArgumentException("not positive");
            }
        }
    }
}

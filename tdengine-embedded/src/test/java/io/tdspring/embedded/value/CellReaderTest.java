// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.data.Precision;
import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.SqlException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the recordings do not reach; the rest is in the golden replays. */
class CellReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-22T20:30:00.123456789Z");
    private static final Column JSON = Column.of("j", DataType.JSON, 4095);
    private static final Column TIMESTAMP = Column.of("ts", DataType.TIMESTAMP);

    private final CellReader reader = new CellReader(
            new ValueContext(Precision.MILLISECOND, ZoneId.of("Asia/Shanghai"), NOW, Complaint.ABOUT_TAGS));

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e999999999"})
    void refusesANumberTooLongToWriteOutWithoutWritingItOut(String text) {
        assertThatThrownBy(() -> reader.read(Column.of("c", DataType.BIGINT), text(text)))
                .isInstanceOf(SqlException.class)
                .hasMessage("syntax error near '" + text + "' (invalid bigint data)");
        assertThatThrownBy(() -> reader.read(Column.decimal("c", 8, 2), text(text)))
                .isInstanceOf(SqlException.class)
                .hasMessage("Decimal value overflow");
    }

    @Test
    void takesANumberMuchTooSmallForZero() {
        assertThat(reader.read(Column.of("c", DataType.INT), text("1e-999999999")))
                .isEqualTo(0L);
    }

    @ParameterizedTest
    @CsvSource({
        "POINT(1 2), 0101000000000000000000f03f0000000000000040",
        "point ( 1.5 -2 ), 0101000000000000000000f83f00000000000000c0",
        "'LINESTRING(0 0, 1 2)',"
                + " 01020000000200000000000000000000000000000000000000000000000000f03f0000000000000040",
        "'POLYGON((0 0,1 0,1 2,0 0))', 01030000000100000004000000"
                + "00000000000000000000000000000000000000000000f03f0000000000000000"
                + "000000000000f03f000000000000004000000000000000000000000000000000"
    })
    void writesGeometriesAsWellKnownBinary(String text, String expected) {
        Object cell = reader.read(Column.of("g", DataType.GEOMETRY, 200), text(text));

        assertThat(HexFormat.of().formatHex((byte[]) cell)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "POINT",
                "POINT(1)",
                "POINT(1 2",
                "POINT(1 2) x",
                "POINT(a b)",
                "LINESTRING(0 0)",
                "POLYGON((0 0,1 0,1 2))",
                "POLYGON((0 0,1 0,1 2,3 3))",
                "CIRCLE(1 2)"
            })
    void refusesWhatIsNoGeometry(String text) {
        assertThatThrownBy(() -> reader.read(Column.of("g", DataType.GEOMETRY, 200), text(text)))
                .hasMessage("syntax error near '" + text + "' (Invalid function para value)");
    }

    @Test
    void refusesAGeometryThatIsLongerThanItsColumn() {
        assertThatThrownBy(() -> reader.read(Column.of("g", DataType.GEOMETRY, 20), text("POINT(1 2)")))
                .hasMessage("Value too long for column/tag: g");
    }

    @Test
    void sortsTheKeysOfAJsonTagAndWritesNumbersShortly() {
        Object cell = reader.read(JSON, text("{\"b\": 1.50, \"a\": -1.25e2, \"b\": 7, \"\": 3, \"c\": \"字\\\"\"}"));

        assertThat(cell).isEqualTo("{\"a\":-125,\"b\":1.5,\"c\":\"字\\\"\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":[1]}", "{\"a\":{}}", "[]", "1", "\"x\""})
    void refusesJsonThatIsNoFlatObject(String text) {
        assertThatThrownBy(() -> reader.read(JSON, text(text)))
                .hasMessage("syntax error near '" + text + "' (json error invalide value)");
    }

    @Test
    void addsDurationsToNow() {
        Expr sum = new Expr.Binary(
                Expr.BinaryOperator.ADD, new Expr.FunctionCall("now", List.of()), new Expr.DurationLiteral(90, 's'));

        assertThat(reader.read(TIMESTAMP, sum))
                .isEqualTo(Instant.parse("2026-11-22T20:31:30.123Z").toEpochMilli());
    }

    @Test
    void startsTodayAtMidnightOfTheSession() {
        assertThat(reader.read(TIMESTAMP, new Expr.FunctionCall("today", List.of())))
                .isEqualTo(Instant.parse("2026-11-22T16:00:00Z").toEpochMilli());
    }

    @Test
    void readsTimestampsWithoutAZoneInTheSessions() {
        assertThat(reader.read(TIMESTAMP, text("2024-05-06 08:00:00")))
                .isEqualTo(Instant.parse("2024-05-06T00:00:00Z").toEpochMilli());
    }

    private static Expr text(String text) {
        return new Expr.Literal(text, text, 0);
    }
}

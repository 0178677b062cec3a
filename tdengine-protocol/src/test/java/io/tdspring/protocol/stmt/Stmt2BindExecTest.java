// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.stmt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.error.TdengineProtocolException;
import io.tdspring.protocol.Frames;
import io.tdspring.protocol.ws.InvalidRequestException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Stmt2BindExecTest {

    /** Two rows for two tables: names, a tag, timestamps, and a FLOAT of which the second is NULL. */
    private static final String FRAME = "03000000000000000100000000000000" + "0b00000000000000" + "0100"
            + "8c000000" + "02000000" + "02000000" + "04000000" + "14000000"
            + "1f00000008000000020000000000010200000002000000" + "0400000064316432"
            + "1b0000000400000002000000000000080000000100000002000000"
            + "23000000090000000200000000000010000000" + "0068e5cf8b0100000068e5cf8b010000"
            + "1b00000006000000020000000001000800000000" + "00c03f00000000";

    private static ByteBuffer frame(String hex) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex));
    }

    @Test
    void writesTheFrameThatItHasRead() {
        Stmt2BindExec bind = Stmt2BindExec.read(frame(FRAME));

        assertThat(bind.rows()).isEqualTo(2);
        assertThat(bind.tables()).isEqualTo(2);
        assertThat(bind.fields().get(0).textAt(1)).isEqualTo("d2");
        assertThat(bind.toFrame()).isEqualTo(frame(FRAME));
    }

    @Test
    void takesRowsOutOfAColumn() {
        Stmt2BindExec bind = Stmt2BindExec.read(frame(FRAME));

        BoundValues name = bind.fields().get(0).rows(1, 2);
        BoundValues tag = bind.fields().get(1).rows(1, 2);
        BoundValues current = bind.fields().get(3).rows(1, 2);

        assertThat(name.textAt(0)).isEqualTo("d2");
        assertThat(tag.rows()).isEqualTo(1);
        assertThat(tag.longAt(0)).isEqualTo(2);
        assertThat(current.isValue(0)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "8c000000, 8d000000",
        "02000000020000000400000014000000, 03000000020000000400000014000000",
        "02000000020000000400000014000000, 02000000030000000400000014000000",
        "02000000020000000400000014000000, 02000000020000000500000014000000",
        "02000000020000000400000014000000, 00000000000000000400000014000000",
        "02000000020000000400000014000000, 02000000020000000000000014000000",
        "02000000020000000400000014000000, 02000000020000000400000013000000",
    })
    void refusesLengthsAndCountsThatContradictEachOther(String right, String wrong) {
        assertThatThrownBy(() -> Stmt2BindExec.read(frame(FRAME.replaceFirst(right, wrong))))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void refusesEveryFrameCutShort() {
        Frames.assertEveryPrefixIsRefused(frame(FRAME), Stmt2BindExec::read);
    }

    @Test
    void readsOrRefusesBytesThatWentWrong() {
        Frames.Mutations mutations = new Frames.Mutations();
        int refused = 0;

        for (int round = 0; round < 20_000; round++) {
            try {
                Stmt2BindExec bind = Stmt2BindExec.read(mutations.of(frame(FRAME)));
                bind.fields()
                        .forEach(field -> assertThat(field.rows(0, 1).rows()).isEqualTo(1));
            } catch (TdengineProtocolException e) {
                refused++;
            }
        }

        assertThat(refused).isBetween(1, 19_999);
    }
}

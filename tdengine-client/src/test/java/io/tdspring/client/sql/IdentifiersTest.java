// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.error.TdengineProgrammingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

    @Test
    void quotesANameAsItIs() {
        assertThat(Identifiers.quote("Peg 3")).isEqualTo("`Peg 3`");
        assertThat(Identifiers.quote("it's \"so\" \\ 字")).isEqualTo("`it's \"so\" \\ 字`");
    }

    @Test
    void putsTheDatabaseInFrontIfThereIsOne() {
        assertThat(Identifiers.quote("power", "meters")).isEqualTo("`power`.`meters`");
        assertThat(Identifiers.quote("", "meters")).isEqualTo("`meters`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a`b", "a\0b"})
    void refusesANameThatCannotBeQuoted(String name) {
        assertThatThrownBy(() -> Identifiers.quote(name)).isInstanceOf(TdengineProgrammingException.class);
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LexerTest {

    @Test
    void tellsNumbersDurationsAndNamesApart() {
        assertThat(tokens("1 2.5 5. .5 1e3 1.5e-4 0x1f 0b101 5m 0b 1_0 12t é_1"))
                .containsExactly(
                        "INTEGER 1",
                        "FRACTION 2.5",
                        "FRACTION 5.",
                        "FRACTION .5",
                        "FRACTION 1e3",
                        "FRACTION 1.5e-4",
                        "HEXADECIMAL 0x1f",
                        "BINARY 0b101",
                        "DURATION 5m",
                        "DURATION 0b",
                        "INTEGER 1",
                        "WORD _0",
                        "INTEGER 12",
                        "WORD t",
                        "WORD é_1");
    }

    @Test
    void takesTheLongestSymbol() {
        assertThat(tokens("a<=b <> != == >= -> - || | < >"))
                .containsExactly(
                        "WORD a",
                        "LESS_OR_EQUAL <=",
                        "WORD b",
                        "NOT_EQUAL <>",
                        "NOT_EQUAL !=",
                        "EQUAL ==",
                        "GREATER_OR_EQUAL >=",
                        "ARROW ->",
                        "MINUS -",
                        "OTHER ||",
                        "PIPE |",
                        "LESS <",
                        "GREATER >");
    }

    @Test
    void keepsQuotedTextTogetherWithItsEscapes() {
        assertThat(tokens("'a\\'b' \"c''d\" 'e''f' `g``h` ''"))
                .containsExactly(
                        "STRING 'a\\'b'", "STRING \"c''d\"", "STRING 'e''f'", "QUOTED_NAME `g``h`", "STRING ''");
    }

    @Test
    void lowersTheCaseOutsideQuotesOnly() {
        assertThat(new Lexer("SELECT `Ab`, 'Cd\\'E', \"Fg\" FROM Ünit").sql())
                .isEqualTo("select `Ab`, 'Cd\\'E', \"Fg\" from Ünit");
    }

    @Test
    void skipsCommentsAndEndsAtASemicolon() {
        assertThat(tokens("a -- b\n c /* d */ e ; f")).containsExactly("WORD a", "WORD c", "WORD e");
        assertThat(tokens("a /* never closed")).containsExactly("WORD a");
    }

    @Test
    void knowsWhatIsNoToken() {
        assertThat(tokens("'open")).containsExactly("ILLEGAL 'open");
        assertThat(tokens("@")).containsExactly("ILLEGAL @");
        assertThat(tokens("1.2.3")).containsExactly("ILLEGAL 1.2");
        assertThat(tokens("0x")).containsExactly("ILLEGAL 0x");
    }

    /** Up to the end or to what is no token. */
    private static List<String> tokens(String sql) {
        List<String> tokens = new ArrayList<>();
        Lexer lexer = new Lexer(sql);
        lexer.moveTo(0);
        boolean more = lexer.kind() != TokenKind.END;
        while (more) {
            tokens.add(lexer.kind() + " " + lexer.sql().substring(lexer.start(), lexer.end()));
            boolean legal = lexer.kind() != TokenKind.ILLEGAL;
            lexer.moveTo(lexer.end());
            more = legal && lexer.kind() != TokenKind.END;
        }
        return tokens;
    }
}

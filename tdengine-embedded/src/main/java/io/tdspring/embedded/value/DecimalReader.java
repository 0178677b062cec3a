// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.value;

import io.tdspring.data.Column;
import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.SqlException;
import java.math.BigDecimal;

/** Values of DECIMAL, rounded to its scale; what is no decimal number counts as 0, as it does for a real server. */
final class DecimalReader {

    private static final int OVERFLOW = 0x013d;

    private DecimalReader() {}

    static Object read(Column column, Expr value) {
        BigDecimal rounded = NumberText.round(number(value), column.scale());
        if (rounded == null || rounded.precision() > column.precision()) {
            throw new SqlException(OVERFLOW, "Decimal value overflow");
        }
        return rounded;
    }

    private static BigDecimal number(Expr value) {
        if (value instanceof Expr.Literal literal && !isOtherBase(literal.text())) {
            BigDecimal number = NumberText.parse(literal.text());
            if (number != null) {
                return number;
            }
        }
        return BigDecimal.ZERO;
    }

    private static boolean isOtherBase(String text) {
        return text.indexOf('x') >= 0 || text.indexOf('X') >= 0 || text.indexOf('b') >= 0 || text.indexOf('B') >= 0;
    }
}

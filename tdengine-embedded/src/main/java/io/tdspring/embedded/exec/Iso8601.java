// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.data.Precision;
import io.tdspring.embedded.sql.SqlException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.regex.Pattern;

/** TO_ISO8601: a time as text in a zone, by default the session's. */
final class Iso8601 {

    private static final int INVALID_ZONE = 0x2800;
    private static final int LENGTH = 62;
    private static final int YEAR_DIGITS = 4;
    private static final int YEAR_WIDTH = 10;
    private static final Pattern ZONE = Pattern.compile("[zZ]|[+-](?:0[0-9]|1[0-3])(?::[0-5][0-9])?|[+-]14(?::00)?");
    private static final DateTimeFormatter SECONDS = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, YEAR_DIGITS, YEAR_WIDTH, SignStyle.NORMAL)
            .appendPattern("-MM-dd'T'HH:mm:ss")
            .toFormatter(Locale.ROOT);

    private Iso8601() {}

    static Evaluator compile(ScalarCall call) {
        call.requireCount(1, 2);
        call.requireType(0, type -> type == DataType.TIMESTAMP || NumberTypes.isLongInteger(type));
        ZoneOffset offset;
        String suffix;
        if (call.count() == 2) {
            suffix = zone(call);
            offset = suffix.equalsIgnoreCase("z") ? ZoneOffset.UTC : ZoneOffset.of(suffix);
        } else {
            offset = ZoneOffset.ofTotalSeconds((int) TimeFunctions.standardOffset(call.context()));
            suffix = DateTimeFormatter.ofPattern("xx", Locale.ROOT).format(offset);
        }
        Precision precision = call.context().precision();
        return Computed.of(
                Column.of("", DataType.VARCHAR, LENGTH),
                call.argument(0),
                value -> text(NumberTypes.toLong(value), precision, offset) + suffix);
    }

    private static String zone(ScalarCall call) {
        if (!(call.argument(1) instanceof Constant constant) || !(constant.value() instanceof String zone)) {
            throw call.wrongType();
        }
        if (!ZONE.matcher(zone).matches()) {
            throw new SqlException(INVALID_ZONE, "Invalid timzone format");
        }
        return zone;
    }

    /** Before 1970 the fraction is negative, as the real one has it. */
    private static String text(long time, Precision precision, ZoneOffset offset) {
        long perSecond = precision.perSecond();
        int digits = String.valueOf(perSecond).length() - 1;
        String seconds = SECONDS.withZone(offset).format(Instant.ofEpochSecond(time / perSecond));
        return seconds + "." + String.format(Locale.ROOT, "%0" + digits + "d", time % perSecond);
    }
}

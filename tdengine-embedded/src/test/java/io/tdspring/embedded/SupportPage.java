// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded;

import io.tdspring.embedded.engine.SqlEngine;
import io.tdspring.embedded.exec.KnownFunctions;
import io.tdspring.embedded.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code docs/embedded.md}, made of what the server itself knows and of the lists of known differences. */
final class SupportPage {

    private final StringBuilder page = new StringBuilder();

    static String text() {
        SupportPage page = new SupportPage();
        page.introduction();
        page.functions();
        page.systemTables();
        page.recordedSql();
        page.differences();
        return page.page.toString();
    }

    private void introduction() {
        line("# What the embedded server supports");
        line("");
        line("Made by `SupportPageTest` from the server's own registries and from the replay of recorded answers;");
        line("do not edit. How to start and use the server: see the [guide](guide.md#the-embedded-server).");
        line("");
        line("Everything that is not supported fails with the code 0x0100 and a text that ends in");
        line("\"is not supported by the embedded server\".");
    }

    private void functions() {
        heading("Functions");
        list("of a row", KnownFunctions.scalar());
        list("of a group or window", KnownFunctions.aggregate());
        list("of a series of rows", KnownFunctions.series());
    }

    private void systemTables() {
        heading("SHOW and system tables");
        list(
                "SHOW",
                Arrays.stream(Statement.ShowKind.values())
                        .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .sorted()
                        .toList());
        SqlEngine engine = new SqlEngine(Clock.systemUTC(), ZoneOffset.UTC);
        list(
                "tables",
                engine.systemTables().tables().stream()
                        .map(table -> table.database() + "." + table.name())
                        .sorted()
                        .toList());
    }

    private void recordedSql() {
        heading("Recorded SQL");
        line(
                "Statements by topic with the answers of TDengine 3.3.7.5: how many are answered as recorded (codes, texts,");
        line("columns with their types and lengths, rows), how many are refused, and how many answered otherwise.");
        line("");
        line("| topic | as recorded | | refused | otherwise | what is refused |");
        line("|---|--:|--:|--:|--:|---|");
        Tally all = new Tally(0, 0, 0);
        for (String topic : SqlRecording.topics()) {
            List<Difference> differences = Difference.known("sql", topic);
            Tally tally = Tally.of(SqlRecording.read(topic).statements().size(), differences);
            all = all.plus(tally);
            row(topic, tally, reasons(differences));
        }
        row("**all**", all, "");
    }

    private void row(String topic, Tally tally, String reasons) {
        line(String.format(
                Locale.ROOT,
                "| %s | %d of %d | %.1f %% | %d | %d | %s |",
                topic,
                tally.equal(),
                tally.statements(),
                100.0 * tally.equal() / tally.statements(),
                tally.refused(),
                tally.wrong(),
                reasons));
    }

    private static String reasons(List<Difference> differences) {
        Map<String, Long> counts = differences.stream()
                .filter(difference -> difference.kind().equals(Difference.REFUSED))
                .collect(Collectors.groupingBy(Difference::why, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(each -> each.getKey().replace("|", "\\|") + (each.getValue() > 1 ? " ×" + each.getValue() : ""))
                .collect(Collectors.joining(", "));
    }

    private void differences() {
        heading("Answered otherwise, and why");
        for (String folder : List.of("sql", "rest", "ws")) {
            Difference.names(folder)
                    .forEach(name -> Difference.known(folder, name).stream()
                            .filter(difference -> difference.kind().equals(Difference.WRONG))
                            .forEach(difference -> line("- " + folder + "/" + name + ", line " + difference.line()
                                    + ": " + difference.why())));
        }
    }

    private void heading(String text) {
        line("");
        line("## " + text);
        line("");
    }

    private void list(String kind, List<String> names) {
        line("- " + kind + ": " + names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", ")));
    }

    private void line(String text) {
        page.append(text).append('\n');
    }

    /** How many statements there are and how they are answered. */
    record Tally(int statements, int refused, int wrong) {

        static Tally of(int statements, List<Difference> differences) {
            int refused = (int) differences.stream()
                    .filter(difference -> difference.kind().equals(Difference.REFUSED))
                    .count();
            return new Tally(statements, refused, differences.size() - refused);
        }

        int equal() {
            return statements - refused - wrong;
        }

        Tally plus(Tally other) {
            return new Tally(statements + other.statements, refused + other.refused, wrong + other.wrong);
        }
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A recorded request that is answered otherwise.
 *
 * @param line in the recording
 * @param kind {@code refused}: not supported, and said so; {@code wrong}: anything else
 * @param request as a JSON text
 * @param why the server's refusal, or the reason for a wrong answer
 */
record Difference(int line, String kind, String request, String why) {

    static final String REFUSED = "refused";
    static final String WRONG = "wrong";
    private static final int NOT_SUPPORTED = 0x0100;
    private static final String REFUSAL = " is not supported by the embedded server";

    /**
     * The difference of an answer that is known to be another than the recorded one.
     *
     * @param code of the answer
     * @param text of the answer if it is an error
     */
    static Difference of(int line, String request, int code, String text, String difference) {
        String json = Resources.JSON.writeValueAsString(request);
        boolean refused = code == NOT_SUPPORTED && text.endsWith(REFUSAL);
        return refused
                ? new Difference(line, REFUSED, json, text.replace(REFUSAL, ""))
                : new Difference(line, WRONG, json, difference);
    }

    /**
     * Fails if there are others than those listed in {@code differences/folder/name.tsv}, or fewer. Then the list as it
     * would have to be is left in {@code target/differences}; it is to be taken over only after each new line has been
     * understood. The reason of a wrong answer is written by hand.
     */
    static void check(String folder, String name, List<Difference> differences) {
        List<Difference> known = known(folder, name);
        List<String> expected = known.stream().map(Difference::key).toList();
        List<String> actual = differences.stream().map(Difference::key).toList();
        if (!actual.equals(expected)) {
            leaveList(folder, name, differences);
        }
        assertThat(actual).isEqualTo(expected);
        assertThat(known).allSatisfy(difference -> assertThat(difference.why()).isNotBlank());
    }

    /** The names of the lists in a folder. */
    static List<String> names(String folder) {
        try (Stream<Path> files =
                Files.list(Path.of(Objects.requireNonNull(Difference.class.getResource("/differences/" + folder))
                        .toURI()))) {
            return files.map(file -> file.getFileName().toString().replace(".tsv", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The differences listed; none, if there is no such list. */
    static List<Difference> known(String folder, String name) {
        try (InputStream in = Difference.class.getResourceAsStream("/differences/" + folder + "/" + name + ".tsv")) {
            return in == null
                    ? List.of()
                    : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(Difference::read)
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void leaveList(String folder, String name, List<Difference> differences) {
        try {
            Path target = Files.createDirectories(Path.of("target", "differences", folder));
            Files.write(
                    target.resolve(name + ".tsv"),
                    differences.stream().map(Difference::asLine).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Difference read(String line) {
        String[] fields = line.split("\t", -1);
        return new Difference(Integer.parseInt(fields[0]), fields[1], fields[2], fields[3]);
    }

    private String asLine() {
        return key() + (kind.equals(REFUSED) ? "" : "\t" + why.replaceAll("\\s+", " "));
    }

    /** What must agree between the list and the server: for a wrong answer not the reason, which a person wrote. */
    private String key() {
        return line + "\t" + kind + "\t" + request + (kind.equals(REFUSED) ? "\t" + why : "");
    }
}

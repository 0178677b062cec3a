// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.tmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.tmq.ConsumerSettings;
import io.tdspring.embedded.tmq.OffsetReset;
import io.tdspring.protocol.tmq.SubscribeOption;
import io.tdspring.protocol.tmq.SubscribeRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubscribeSettingsTest {

    private static SubscribeSettings read(Map<SubscribeOption, String> options, Map<String, String> config) {
        return SubscribeSettings.read(new SubscribeRequest(1, List.of("t"), options, config));
    }

    @Test
    void startsAtTheEndAndCommitsNothingByItself() {
        SubscribeSettings settings = read(Map.of(SubscribeOption.GROUP_ID, "g"), Map.of());

        assertThat(settings)
                .isEqualTo(new SubscribeSettings(ConsumerSettings.of("g", "", "", OffsetReset.LATEST), null));
    }

    @Test
    void prefersTheRightSpellingToTheHistoricOne() {
        SubscribeSettings settings = read(
                Map.of(
                        SubscribeOption.GROUP_ID, "g",
                        SubscribeOption.OFFSET_REST, "latest",
                        SubscribeOption.OFFSET_RESET, "earliest"),
                Map.of());

        assertThat(settings.consumer().reset()).isEqualTo(OffsetReset.EARLIEST);
    }

    @Test
    void letsNativeOptionsWinWhateverTheirCase() {
        SubscribeSettings settings = read(
                Map.of(SubscribeOption.GROUP_ID, "g", SubscribeOption.OFFSET_RESET, "latest"),
                Map.of("Auto.Offset.Reset", "earliest", "enable.auto.commit", "true", "auto.commit.interval.ms", "20"));

        assertThat(settings.consumer().reset()).isEqualTo(OffsetReset.EARLIEST);
        assertThat(settings.autoCommit()).isEqualTo(Duration.ofMillis(20));
    }

    @Test
    void refusesAnOptionThatNobodyKnows() {
        assertThatThrownBy(() -> read(Map.of(SubscribeOption.GROUP_ID, "g"), Map.of("no.such.key", "1")))
                .isInstanceOfSatisfying(
                        SqlException.class,
                        failure -> assertThat(failure.code()).isEqualTo(0xfffe));
    }

    @Test
    void refusesRawDataForReplication() {
        assertThatThrownBy(() ->
                        read(Map.of(SubscribeOption.GROUP_ID, "g", SubscribeOption.CONSUME_RAW_DATA, "1"), Map.of()))
                .hasMessage("Option msg.consume.rawdata is not supported by the embedded server");
    }
}

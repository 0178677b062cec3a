// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tdspring.client.schemaless.SchemalessRequest;
import io.tdspring.client.tmq.ConsumerOptions;
import io.tdspring.client.transport.Feature;
import io.tdspring.error.UnsupportedFeatureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@ValueSource(strings = {"3.3.2.0", "3.3.6.0", "3.3.7.5", "3.4.1.13"})
class RestContractTest extends TransportContract {

    RestContractTest(String version) {
        super(TransportType.REST, WebSocketEngineType.AUTO, version);
    }

    /** REST has no session to whose database lines could go. */
    @Test
    @Override
    void writesSchemaless() {
        assertThat(client.supports(Feature.SCHEMALESS)).isFalse();
        assertThatExceptionOfType(UnsupportedFeatureException.class)
                .isThrownBy(() -> client.writeSchemaless(SchemalessRequest.lines("m v=1")))
                .withMessage("transport rest cannot write schemaless; use transport websocket");
    }

    /** REST has no subscriptions. */
    @Test
    @Override
    void subscribes() {
        assertThat(client.supports(Feature.SUBSCRIBE)).isFalse();
        assertThatExceptionOfType(UnsupportedFeatureException.class)
                .isThrownBy(
                        () -> client.newConsumer(ConsumerOptions.builder("g").build()))
                .withMessage("transport rest cannot subscribe; use transport websocket");
    }
}

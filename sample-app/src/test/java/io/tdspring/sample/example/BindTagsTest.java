// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.sample.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.client.TdengineClient;
import io.tdspring.embedded.EmbeddedTdengine;
import io.tdspring.embedded.fault.ArmedFault;
import io.tdspring.embedded.fault.Fault;
import io.tdspring.embedded.fault.FaultRule;
import io.tdspring.embedded.fault.Occasion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ExampleTest
class BindTagsTest {

    @Test
    void writesAllRowsThoughTheServerAsksForARetry(
            @Autowired BindTags example, @Autowired TdengineClient client, @Autowired EmbeddedTdengine server) {
        ArmedFault fault =
                server.faults().add(FaultRule.once(Occasion.action("stmt2_exec"), Fault.error(0x0125, "Retry needed")));
        List<String> lines = new ArrayList<>();

        example.run(client, lines::add);

        assertThat(fault.hits()).isEqualTo(1);
        assertThat(lines)
                .containsExactly(
                        "4 rows", "2 rows", "bind_tags_1 Berlin 1 2", "bind_tags_2 Bonn 2 2", "bind_tags_3 Bremen 3 2");
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.sample.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExampleTest
@ExtendWith(OutputCaptureExtension.class)
class ExamplesTest {

    @Test
    void runsTheExampleOfTheName(@Autowired Examples examples, CapturedOutput output) {
        examples.run(new DefaultApplicationArguments("--example=nanoseconds"));

        assertThat(output).contains("1714979289123456789 ns is 2024-05-06T07:08:09.123456789Z");
    }

    @Test
    void namesTheExamplesIfThereIsNoneOfTheName(@Autowired Examples examples, @Autowired List<Example> all) {
        assertThat(all).isNotEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> examples.run(new DefaultApplicationArguments("--example=nonsense")))
                .withMessageContaining("no example \"nonsense\"")
                .withMessageContaining("json_tag, nanoseconds");
    }
}

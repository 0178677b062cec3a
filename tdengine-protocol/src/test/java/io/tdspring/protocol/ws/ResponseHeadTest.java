// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.ws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.error.Call;
import io.tdspring.error.TdengineProgrammingException;
import io.tdspring.error.TdengineProtocolException;
import org.junit.jupiter.api.Test;

class ResponseHeadTest {

    @Test
    void readsTheLargestRequestId() {
        ResponseHead head = ResponseHead.read(
                "{\"code\":0,\"message\":\"\",\"action\":\"query\",\"req_id\":18446744073709551615,\"timing\":1}");

        assertThat(head).isEqualTo(ResponseHead.ok("query", -1, 1));
    }

    @Test
    void refusesAnObjectThatIsNoAnswer() {
        assertThatThrownBy(() -> ResponseHead.read("{\"action\":\"query\"}"))
                .isInstanceOf(TdengineProtocolException.class)
                .hasMessage("answer has no code or no action");
    }

    @Test
    void throwsTheExceptionOfItsCode() {
        ResponseHead head = ResponseHead.read(
                "{\"code\":9728,\"message\":\"syntax error near \\\"selec 1\\\"\",\"action\":\"query\",\"req_id\":14,"
                        + "\"timing\":70545}");

        assertThatThrownBy(() -> head.check(Call.QUERY))
                .isInstanceOf(TdengineProgrammingException.class)
                .hasMessage("[0x2600] syntax error near \"selec 1\" (request id 14)");
    }

    @Test
    void throwsNothingForASuccess() {
        assertThatCode(() -> ResponseHead.ok("query", 1, 1).check(Call.QUERY)).doesNotThrowAnyException();
    }

    @Test
    void failuresHaveNoFieldsOfTheirAction() {
        VersionResponse failed = new VersionResponse(new ResponseHead(0x3e1, "Topic not exist", "version", 1, 2), "");

        assertThat(failed.toJson())
                .isEqualTo("{\"code\":993,\"message\":\"Topic not exist\",\"action\":\"version\",\"req_id\":1,"
                        + "\"timing\":2}");
    }

    @Test
    void refusesListsOfColumnsThatDifferInLength() {
        String answer = "{\"code\":0,\"message\":\"\",\"action\":\"query\",\"req_id\":1,\"timing\":1,\"id\":1,"
                + "\"fields_names\":[\"a\",\"b\"],\"fields_types\":[4],\"fields_lengths\":[4,4]}";

        assertThatThrownBy(() -> QueryResponse.read(answer))
                .isInstanceOf(TdengineProtocolException.class)
                .hasMessage("answer has 1 fields_types for 2 fields_names");
    }

    @Test
    void refusesATypeThatDoesNotExist() {
        String answer = "{\"code\":0,\"message\":\"\",\"action\":\"query\",\"req_id\":1,\"timing\":1,\"id\":1,"
                + "\"fields_names\":[\"a\"],\"fields_types\":[19],\"fields_lengths\":[4]}";

        assertThatThrownBy(() -> QueryResponse.read(answer))
                .isInstanceOf(TdengineProtocolException.class)
                .hasMessage("answer has the unknown data type 19");
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.rest;

import io.tdspring.data.Block;
import io.tdspring.embedded.engine.StatementResult;
import io.tdspring.embedded.server.BlockSource;
import io.tdspring.embedded.server.HttpAnswer;
import io.tdspring.protocol.rest.RestAnswerWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes what a statement answered as the answer to a REST request. */
final class RestResult {

    private final RestParameters parameters;
    private final int blockRows;
    private final RestExchange exchange;

    RestResult(RestParameters parameters, int blockRows, RestExchange exchange) {
        this.parameters = parameters;
        this.blockRows = blockRows;
        this.exchange = exchange;
    }

    void write(StatementResult result) {
        if (result instanceof StatementResult.Rows rows) {
            // The first block before the head: what fails at once is still an error, not half an answer.
            BlockSource blocks = new BlockSource(rows, blockRows);
            write(rows, blocks.nextBlock(), blocks);
        } else {
            writeAffectedRows(((StatementResult.Update) result).affectedRows());
        }
    }

    private void write(StatementResult.Rows rows, @Nullable Block first, BlockSource blocks) {
        HttpAnswer.Body body = exchange.stream();
        try {
            RestAnswerWriter out =
                    new RestAnswerWriter(body, rows.columns(), parameters.printZone(), parameters.shape());
            for (Block block = first; block != null && !out.isBrokenOff(); block = blocks.nextBlock()) {
                out.write(block);
            }
            if (parameters.timing()) {
                out.finish(exchange.timing());
            } else {
                out.finish();
            }
            body.close();
        } catch (IOException e) {
            // The client has gone; there is nobody to tell.
            body.abort();
        } catch (RuntimeException e) {
            body.abort();
            throw e;
        }
    }

    private void writeAffectedRows(long affected) {
        String json = parameters.timing()
                ? RestAnswerWriter.affectedRows(affected, parameters.shape(), exchange.timing())
                : RestAnswerWriter.affectedRows(affected, parameters.shape());
        try (HttpAnswer.Body body = exchange.stream()) {
            body.write(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

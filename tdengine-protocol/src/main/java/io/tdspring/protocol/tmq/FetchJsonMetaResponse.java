// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq;

import io.tdspring.data.meta.TableMeta;
import io.tdspring.error.TdengineProtocolException;
import io.tdspring.protocol.JsonObject;
import io.tdspring.protocol.JsonWriter;
import io.tdspring.protocol.tmq.meta.TableMetaReader;
import io.tdspring.protocol.tmq.meta.TableMetaWriter;
import io.tdspring.protocol.ws.ResponseHead;
import io.tdspring.protocol.ws.TextResponse;
import java.util.List;

/**
 * The answer to {@link FetchJsonMetaRequest}.
 *
 * @param batch whether {@code data} is a list of changes, or else the one change itself
 * @param metas the changes of the message; exactly one unless this is a batch or a failure
 */
public record FetchJsonMetaResponse(ResponseHead head, long messageId, boolean batch, List<TableMeta> metas)
        implements TextResponse {

    private static final String BATCH_VERSION = "1.0";

    public FetchJsonMetaResponse {
        metas = List.copyOf(metas);
        if (!batch && metas.size() > 1) {
            throw new IllegalArgumentException(metas.size() + " changes need a batch");
        }
    }

    /**
     * Reads what {@link #toJson} writes; of a failure the head only.
     *
     * @throws TdengineProtocolException if it is not of that form
     */
    public static FetchJsonMetaResponse read(String json) {
        JsonObject answer = JsonObject.read("answer to fetch_json_meta", json);
        boolean batch = answer.object("data").has("metas");
        List<String> changes = batch
                ? answer.object("data").rawObjects("metas")
                : answer.isNull("data") ? List.of() : List.of(answer.rawObject("data"));
        return new FetchJsonMetaResponse(
                ResponseHead.of(answer),
                answer.unsigned("message_id"),
                batch,
                changes.stream().map(TableMetaReader::read).toList());
    }

    @Override
    public void writeFields(JsonWriter out) {
        out.unsigned("message_id", messageId);
        if (!batch && metas.isEmpty()) {
            out.raw("data", "null");
            return;
        }
        out.object("data", data -> {
            if (batch) {
                data.text("tmq_meta_version", BATCH_VERSION).objects("metas", metas, TableMetaWriter::write);
            } else {
                TableMetaWriter.write(metas.get(0), data);
            }
        });
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq;

import io.tdspring.protocol.JsonWriter;
import io.tdspring.protocol.tmq.meta.TableMeta;
import io.tdspring.protocol.ws.ResponseHead;
import io.tdspring.protocol.ws.TextResponse;
import java.util.List;

/**
 * The answer to {@link FetchJsonMetaRequest}.
 *
 * @param batch whether {@code data} is a list of changes, or else the one change itself
 * @param metas the changes of the message; exactly one unless this is a batch
 */
public record FetchJsonMetaResponse(ResponseHead head, long messageId, boolean batch, List<TableMeta> metas)
        implements TextResponse {

    private static final String BATCH_VERSION = "1.0";

    public FetchJsonMetaResponse {
        metas = List.copyOf(metas);
        if (!batch && metas.size() != 1) {
            throw new IllegalArgumentException(metas.size() + " changes need a batch");
        }
    }

    @Override
    public void writeFields(JsonWriter out) {
        out.unsigned("message_id", messageId);
        out.object("data", data -> {
            if (batch) {
                data.text("tmq_meta_version", BATCH_VERSION).objects("metas", metas, TableMeta::writeFields);
            } else {
                metas.get(0).writeFields(data);
            }
        });
    }
}

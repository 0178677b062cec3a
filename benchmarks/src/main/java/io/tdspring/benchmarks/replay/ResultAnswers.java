// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.replay;

import io.tdspring.protocol.ws.QueryResponse;
import io.tdspring.protocol.ws.ResponseHead;
import java.io.IOException;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** The results of one connection. Confined to one thread. */
final class ResultAnswers {

    private static final class Open {

        private final ReplayFrames frames;
        private int next;

        Open(ReplayFrames frames) {
            this.frames = frames;
        }
    }

    private final ServerFrames out;
    private final IdentityHashMap<Replay, ReplayFrames> frames = new IdentityHashMap<>();
    private final Map<Long, Open> open = new HashMap<>();
    private long lastId;

    ResultAnswers(ServerFrames out) {
        this.out = out;
    }

    void query(String action, long requestId, String sql) throws IOException {
        ResponseHead head = ResponseHead.ok(action, requestId, 1);
        if (!sql.startsWith("select")) {
            out.sendText(QueryResponse.update(head, 0).toJson());
            return;
        }
        Replay replay = Replay.of(sql);
        open.put(++lastId, new Open(frames.computeIfAbsent(replay, ReplayFrames::new)));
        out.sendText(new QueryResponse(head, lastId, false, 0, replay.columns(), replay.precision()).toJson());
    }

    void fetch(long requestId, long resultId) throws IOException {
        Open result = open.get(resultId);
        if (result == null) {
            throw new IOException("a fetch of result " + resultId + ", which is not open");
        }
        int number = result.next++;
        if (number == result.frames.blocks()) {
            open.remove(resultId);
        }
        out.sendPrepared(result.frames.frame(number, requestId, resultId));
    }

    void free(long resultId) {
        open.remove(resultId);
    }
}

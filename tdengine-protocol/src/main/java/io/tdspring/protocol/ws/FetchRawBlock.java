// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.ws;

import io.tdspring.protocol.BinaryMessage;
import io.tdspring.protocol.WireReader;
import io.tdspring.protocol.WireWriter;
import java.nio.ByteBuffer;

/**
 * Asks for the next block of a result; answered by {@link FetchedBlock}. Never have two under way for one result.
 *
 * <pre>
 * 0        8           16        24
 * | req_id | result_id | action  | version |
 * | i64    | i64       | i64 = 7 | u16 = 1 |
 * </pre>
 */
public record FetchRawBlock(long requestId, long resultId) implements BinaryMessage {

    /** The name which a failure before {@code conn} is answered with; all other answers are binary. */
    public static final String ACTION = "fetch_raw_block";
    /** The code of {@link BinaryRequestHead#action}. */
    public static final long CODE = 7;

    private static final int VERSION = 1;
    private static final int MIN_BYTES = BinaryRequestHead.BYTES + 2;

    @Override
    public void writeTo(WireWriter out) {
        out.i64(requestId).i64(resultId).i64(CODE).u16(VERSION);
    }

    /**
     * Reads what {@link #writeTo} writes.
     *
     * @throws InvalidRequestException with the message of {@link FetchedBlock.Failed} that the real server answers, if
     *     the frame is cut short behind its head or has another version
     */
    public static FetchRawBlock read(ByteBuffer frame) {
        BinaryRequestHead head = BinaryRequestHead.read(frame);
        head.requireLength(frame, MIN_BYTES, ACTION);
        return WireReader.readFrame(ACTION, frame, in -> {
            in.skip(BinaryRequestHead.BYTES);
            in.expect("action", CODE, head.action());
            if (in.u16() != VERSION) {
                throw head.invalid("unknown fetch raw block version", ACTION);
            }
            in.rest();
            return new FetchRawBlock(head.requestId(), head.resourceId());
        });
    }
}

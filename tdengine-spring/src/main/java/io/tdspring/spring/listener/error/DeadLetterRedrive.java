// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener.error;

import java.util.List;
import java.util.function.Consumer;

/**
 * Hands dead letters out again once what made them fail has been mended, and removes those that were taken. For one thread
 * and process at a time for each table, or letters are handed out twice.
 */
public final class DeadLetterRedrive {

    private static final int PAGE = 100;

    private final DeadLetterTable table;

    public DeadLetterRedrive(DeadLetterTable table) {
        this.table = table;
    }

    /**
     * Hands the letters of a topic out, the oldest first, and removes each after the consumer has returned. If the consumer
     * throws, that comes out, and this letter and those behind it stay. A letter may come twice if the process ends before
     * it is removed.
     *
     * @param most letters to hand out: those that fail again meanwhile come into the table behind the others
     * @return how many were taken
     * @throws org.springframework.dao.DataAccessException if the table cannot be read or a letter not be removed
     */
    public long redrive(String topic, long most, Consumer<DeadLetter> consumer) {
        long taken = 0;
        while (taken < most) {
            List<DeadLetter> page = table.oldest(topic, (int) Math.min(PAGE, most - taken));
            if (page.isEmpty()) {
                break;
            }
            for (DeadLetter letter : page) {
                consumer.accept(letter);
                table.delete(letter);
                taken++;
            }
        }
        return taken;
    }
}

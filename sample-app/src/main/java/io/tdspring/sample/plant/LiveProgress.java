// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.sample.plant;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Sends the progress to every open page, twice a second, as server-sent events. Thread-safe. */
@Component
class LiveProgress implements SmartLifecycle {

    private static final long NO_TIMEOUT = 0;

    private final Set<SseEmitter> pages = ConcurrentHashMap.newKeySet();
    private final Plant plant;
    private volatile boolean running;

    LiveProgress(Plant plant) {
        this.plant = plant;
    }

    SseEmitter subscribe() {
        SseEmitter page = new SseEmitter(NO_TIMEOUT);
        page.onCompletion(() -> pages.remove(page));
        page.onError(e -> pages.remove(page));
        if (isSent(page, plant.progress()) && running) {
            pages.add(page);
        }
        return page;
    }

    @Scheduled(fixedDelay = 500)
    void send() {
        if (pages.isEmpty()) {
            return;
        }
        Plant.Progress progress = plant.progress();
        pages.removeIf(page -> !isSent(page, progress));
    }

    /** False if the page has been closed; the servlet container completes its request. */
    private static boolean isSent(SseEmitter page, Plant.Progress progress) {
        try {
            page.send(SseEmitter.event().name("progress").data(progress));
            return true;
        } catch (IOException | IllegalStateException e) {
            return false;
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /** Ends the open requests, for which the web server's graceful shutdown would wait. */
    @Override
    public void stop() {
        running = false;
        pages.forEach(SseEmitter::complete);
        pages.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

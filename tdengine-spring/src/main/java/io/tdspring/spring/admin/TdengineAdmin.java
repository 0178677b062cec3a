// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.admin;

import io.tdspring.error.TdengineConnectionException;
import io.tdspring.spring.core.TdengineOperations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.log.LogAccessor;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PermissionDeniedDataAccessException;

/**
 * Makes the super tables and then the topics that are beans of the application and that the server does not have, when all
 * singletons stand and before listeners start.
 *
 * <p>What is there stays as it is, and nothing is ever dropped. If something cannot be made, because the server is away or a
 * database is missing, it is tried again in the background until it succeeds or the application ends; listeners then find
 * their topics later. A refused login is not tried again. Thread-safe.
 */
public final class TdengineAdmin implements SmartInitializingSingleton, BeanFactoryAware, DisposableBean {

    private final LogAccessor log = new LogAccessor(LogFactory.getLog(TdengineAdmin.class));
    private final TdengineOperations tdengine;
    private final AdminSettings settings;
    private @Nullable BeanFactory beans;

    /** Guarded by this. */
    private @Nullable BackgroundRetry retry;

    /** Makes what is missing, and tries again for ever. */
    public TdengineAdmin(TdengineOperations tdengine) {
        this(tdengine, AdminSettings.defaults());
    }

    public TdengineAdmin(TdengineOperations tdengine, AdminSettings settings) {
        this.tdengine = tdengine;
        this.settings = settings;
    }

    @Override
    public void setBeanFactory(BeanFactory beanFactory) {
        beans = beanFactory;
    }

    /** How this was set up. */
    public AdminSettings settings() {
        return settings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!settings.autoCreate()) {
            return;
        }
        try {
            List<Creatable> missing = create(wanted(), true);
            if (!missing.isEmpty()) {
                tryAgain(missing);
            }
        } catch (IllegalStateException e) {
            if (settings.failFast()) {
                throw e;
            }
            log.error(() -> "Not tried again: " + e.getMessage() + ", " + e.getCause());
        }
    }

    /**
     * Makes what is missing, once; what cannot be made is logged.
     *
     * @return whether all is there
     * @throws IllegalStateException if the server refuses the login, or if something cannot be made and this is to fail fast
     */
    public boolean initialize() {
        return create(wanted(), true).isEmpty();
    }

    private List<Creatable> wanted() {
        BeanFactory all = Objects.requireNonNull(beans, "not in a bean factory");
        Stream<Creatable> tables =
                all.getBeanProvider(TdSuperTable.class).orderedStream().map(Creatable.class::cast);
        return Stream.concat(tables, all.getBeanProvider(TdTopic.class).orderedStream())
                .toList();
    }

    /** Gives those that could not be made, in their order. */
    private List<Creatable> create(List<Creatable> wanted, boolean warns) {
        List<Creatable> missing = new ArrayList<>();
        for (Creatable each : wanted) {
            try {
                tdengine.execute(each.createStatement());
                log.debug(() -> "There is a " + each);
            } catch (DataAccessException e) {
                // Attempts with a wrong password may lock a user out.
                if (settings.failFast() || e instanceof PermissionDeniedDataAccessException) {
                    throw new IllegalStateException("cannot create " + each, e);
                }
                missing.add(each);
                tell(each, e, warns);
                if (e.getCause() instanceof TdengineConnectionException) {
                    // The others would wait for the same server.
                    return wanted.subList(wanted.indexOf(missing.get(0)), wanted.size());
                }
            }
        }
        return missing;
    }

    private void tell(Creatable what, DataAccessException failure, boolean warns) {
        String text = "Cannot create " + what + " now: " + failure.getMessage();
        if (warns) {
            log.warn(() -> text);
        } else {
            log.debug(() -> text);
        }
    }

    private synchronized void tryAgain(List<Creatable> missing) {
        BackgroundRetry started = new BackgroundRetry(
                missing, left -> create(left, false), settings.retries().start());
        retry = started;
        started.start();
    }

    /** Ends attempts in the background. */
    @Override
    public synchronized void destroy() {
        if (retry != null) {
            retry.stop(Duration.ofSeconds(5));
        }
    }
}

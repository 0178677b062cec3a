// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.engine;

import io.tdspring.data.Precision;
import io.tdspring.embedded.access.Accounts;
import io.tdspring.embedded.access.Connections;
import io.tdspring.embedded.exec.DeletePlan;
import io.tdspring.embedded.exec.QueryRows;
import io.tdspring.embedded.exec.SelectExecutor;
import io.tdspring.embedded.meta.DescribeTable;
import io.tdspring.embedded.meta.Listing;
import io.tdspring.embedded.meta.Show;
import io.tdspring.embedded.meta.ShowTags;
import io.tdspring.embedded.meta.SystemCatalog;
import io.tdspring.embedded.schemaless.SchemalessWriter;
import io.tdspring.embedded.schemaless.Written;
import io.tdspring.embedded.sql.Alter;
import io.tdspring.embedded.sql.Insert;
import io.tdspring.embedded.sql.Parser;
import io.tdspring.embedded.sql.Query;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.sql.Statement;
import io.tdspring.embedded.sql.UserStatement;
import io.tdspring.embedded.store.Catalog;
import io.tdspring.embedded.store.MemoryBudget;
import io.tdspring.embedded.store.Scope;
import io.tdspring.embedded.store.Table;
import io.tdspring.embedded.tmq.Subscriptions;
import io.tdspring.embedded.write.AlterTable;
import io.tdspring.embedded.write.DatabaseDdl;
import io.tdspring.embedded.write.Inserter;
import io.tdspring.embedded.write.TableDdl;
import io.tdspring.embedded.write.TagIndexes;
import io.tdspring.protocol.schemaless.SchemalessInsert;
import java.time.Clock;
import java.time.ZoneId;

/**
 * Runs SQL: the one door to databases for everything that speaks to clients.
 *
 * <p>Thread-safe: statements of many sessions run side by side.
 */
public final class SqlEngine {

    /** What is answered is what this version answers. */
    public static final String VERSION = "3.3.7.5";

    private final Catalog catalog;
    private final Subscriptions subscriptions;
    private final DatabaseDdl databases;
    private final TableDdl tables = new TableDdl();
    private final Inserter inserter = new Inserter();
    private final TopicDdl topics;
    private final AlterTable alter;
    private final SchemalessWriter schemaless;
    private final TagIndexes indexes = new TagIndexes();
    private final Accounts accounts;
    private final Connections connections;
    private final UserDdl users;
    private final SystemCatalog system;
    private final SelectExecutor selects;
    private final Show show;
    private final MissingTypes missing;

    /**
     * An engine of the version {@value #VERSION} without databases, and with no user but {@code root}.
     *
     * @param clock what NOW and KEEP are measured by
     * @param zone the server's time zone
     */
    public SqlEngine(Clock clock, ZoneId zone) {
        this(EngineSettings.of(clock, zone));
    }

    /** An engine without databases. */
    public SqlEngine(EngineSettings settings) {
        Clock clock = settings.clock();
        MemoryBudget memory = new MemoryBudget(settings.maxRowBytes());
        this.catalog = new Catalog(clock, settings.zone(), settings.version(), memory);
        this.subscriptions = new Subscriptions(clock, settings.rebalance());
        this.topics = new TopicDdl(subscriptions);
        this.alter = new AlterTable(topics);
        this.schemaless = new SchemalessWriter(tables, alter);
        this.databases = new DatabaseDdl(catalog, subscriptions);
        this.accounts = new Accounts(clock, settings.users());
        this.connections = new Connections(clock);
        this.users = new UserDdl(accounts, connections);
        this.system = new SystemCatalog(subscriptions, accounts, connections, indexes);
        this.selects = new SelectExecutor(system);
        this.show = new Show(system);
        this.missing = settings.missing();
    }

    /** Who may log in. */
    public Accounts accounts() {
        return accounts;
    }

    /** Who is logged in. */
    public Connections connections() {
        return connections;
    }

    /** What can be asked of information_schema and performance_schema. */
    public SystemCatalog systemTables() {
        return system;
    }

    public Catalog catalog() {
        return catalog;
    }

    /** The topics and their consumer groups. */
    public Subscriptions subscriptions() {
        return subscriptions;
    }

    /** A session of this user in the server's time zone, without a database. */
    public SessionState newSession(String user) {
        return new SessionState(user, catalog.zone());
    }

    /**
     * Runs one statement.
     *
     * @throws SqlException with the code and the text of TDengine if it fails
     */
    public StatementResult execute(SessionState session, String sql) {
        return execute(session, Parser.parse(sql));
    }

    /** As {@link #execute(SessionState, String)}, for a statement that was parsed. */
    public StatementResult execute(SessionState session, Statement statement) {
        Scope scope = newScope(session);
        if (statement instanceof Query query) {
            QueryRows rows = selects.execute(scope, session.user(), query);
            return new StatementResult.Rows(rows.columns(), rows.precision(), rows.rows());
        }
        if (statement instanceof Insert insert) {
            return new StatementResult.Update(inserter.insert(scope, insert));
        }
        if (statement instanceof Statement.Delete delete) {
            return new StatementResult.Update(delete(DeletePlan.compile(scope, session.user(), delete)));
        }
        if (statement instanceof Statement.Show what) {
            return rows(show.show(scope, what));
        }
        if (statement instanceof Statement.ShowTableTags what) {
            return rows(ShowTags.ofChildren(scope, what));
        }
        if (statement instanceof Statement.Describe what) {
            return rows(DescribeTable.describe(scope, system, what.table()));
        }
        if (statement instanceof UserStatement change) {
            users.change(session.user(), change);
        } else {
            change(session, scope, statement);
        }
        return new StatementResult.Update(0);
    }

    /**
     * Finds out whether a statement could be run, without any effect.
     *
     * @throws SqlException with the code and the text of TDengine if it would fail, or if it is one that would have an
     *     effect, which cannot be found out
     */
    public void validate(SessionState session, String sql) {
        Statement statement = Parser.parse(sql);
        if (!(statement instanceof Query
                || statement instanceof Statement.Show
                || statement instanceof Statement.Describe)) {
            throw SqlException.notSupported("validating a statement that is no query");
        }
        execute(session, statement);
    }

    /**
     * Writes rows whose tables need not be there yet.
     *
     * @throws SqlException with the code and the text of TDengine if one of them is wrong; then none is written
     */
    public Written write(SessionState session, SchemalessInsert rows) {
        return schemaless.write(newScope(session), rows);
    }

    /** What a statement of this session that runs now sees. */
    public Scope newScope(SessionState session) {
        return new Scope(
                catalog, session.database(), session.zone(), catalog.clock().instant(), session.mode());
    }

    private void change(SessionState session, Scope scope, Statement statement) {
        if (statement instanceof Statement.UseDatabase use) {
            use(session, scope, use);
        } else if (statement instanceof Statement.DropDatabase drop) {
            databases.drop(drop);
            leave(session, drop);
        } else if (statement instanceof Statement.CreateTopic create) {
            topics.create(scope, session.user(), create);
        } else if (statement instanceof Statement.DropConsumerGroup drop) {
            topics.drop(drop);
        } else if (statement instanceof Statement.DropTopic drop) {
            topics.drop(drop);
        } else if (statement instanceof Statement.DropObject drop) {
            dropNothing(drop);
        } else if (statement instanceof Statement.InsertSelect) {
            throw SqlException.notSupported("INSERT with SELECT");
        } else if (!(statement instanceof Statement.ResetQueryCache)
                && !changeDatabase(scope, statement)
                && !changeTables(scope, statement)) {
            throw SqlException.notSupported("this statement");
        }
    }

    /** Whether it was such a statement. */
    private boolean changeDatabase(Scope scope, Statement statement) {
        if (statement instanceof Statement.CreateDatabase create) {
            databases.create(create);
        } else if (statement instanceof Statement.AlterDatabase change) {
            databases.alter(scope, change);
        } else if (statement instanceof Statement.FlushDatabase flush) {
            // There is nothing that could be written to a disk.
            scope.database(flush.name());
        } else if (statement instanceof Statement.TrimDatabase trim) {
            // There is no file that could be deleted.
            scope.database(trim.name());
        } else {
            return false;
        }
        return true;
    }

    /** Whether it was such a statement. */
    private boolean changeTables(Scope scope, Statement statement) {
        missing.check(statement);
        if (statement instanceof Statement.CreateSuperTable create) {
            tables.create(scope, create);
        } else if (statement instanceof Statement.CreateTable create) {
            tables.create(scope, create);
        } else if (statement instanceof Statement.CreateChildTables create) {
            tables.create(scope, create);
        } else if (statement instanceof Statement.DropTables drop) {
            tables.drop(scope, drop);
        } else if (statement instanceof Statement.CreateIndex create) {
            indexes.create(scope, create);
        } else if (statement instanceof Statement.DropIndex drop) {
            indexes.drop(scope, drop);
        } else if (statement instanceof Alter change) {
            alter.alter(scope, change);
        } else {
            return false;
        }
        return true;
    }

    private static long delete(DeletePlan plan) {
        long deleted = 0;
        for (Table table : plan.tables()) {
            deleted += table.vgroup().delete(table, plan.first(), plan.last());
        }
        return deleted;
    }

    private static void dropNothing(Statement.DropObject statement) {
        if (!statement.ifExists()) {
            throw switch (statement.kind()) {
                case FUNCTION -> new SqlException(0x0374, "Func not exists");
                case STREAM -> new SqlException(0x03f1, "Stream not exist");
            };
        }
    }

    private static void use(SessionState session, Scope scope, Statement.UseDatabase use) {
        if (!Scope.isSystemDatabase(use.name())) {
            scope.database(use.name());
        }
        session.setDatabase(use.name());
    }

    private static void leave(SessionState session, Statement.DropDatabase drop) {
        if (drop.name().equals(session.database())) {
            session.setDatabase(null);
        }
    }

    private static StatementResult rows(Listing listing) {
        return new StatementResult.Rows(
                listing.columns(), Precision.MILLISECOND, listing.rows().iterator());
    }
}

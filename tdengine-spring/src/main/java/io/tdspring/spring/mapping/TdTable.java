// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.aot.hint.annotation.RegisterReflectionForBinding;

/**
 * Says to which super table the instances of a record are written; for reading it is not needed.
 *
 * <p>Each instance is a row of one child table, named by the component with {@link TdTableName} or else made from the
 * tags by a {@link TableNameStrategy}. The server makes a missing child table from the super table and the tags. A record
 * with a {@link TdTableName} and without any {@link TdTag} is written into a table that exists already.
 *
 * <pre>
 * &#64;TdTable(superTable = "meters")
 * record Reading(&#64;TdTimestamp Instant ts, double current, &#64;TdTag String location) {}
 * </pre>
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RegisterReflectionForBinding
public @interface TdTable {

    /** The super table's name as the server keeps it: lower case, unless it was created with back-ticks. */
    String superTable();

    /** Its database; empty for the connection's. */
    String database() default "";
}

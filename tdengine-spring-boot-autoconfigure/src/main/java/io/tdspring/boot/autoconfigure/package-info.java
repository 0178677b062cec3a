// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * From {@code tdengine.*} to connection details, client and template.
 *
 * <p>Addresses and credentials are read from {@link io.tdspring.boot.autoconfigure.TdengineConnectionDetails} only, so that
 * containers and the embedded server can stand in for the properties. Uses client, {@code tdengine-spring} and Spring Boot.
 */
@NullMarked
package io.tdspring.boot.autoconfigure;

import org.jspecify.annotations.NullMarked;

/**
 * Load and truth: how fast the gateway is beside a bare floor, and whether it loses, doubles, reorders or mixes up anything
 * while its parts are killed.
 *
 * <p>Gateway, floor, Kafka and PostgreSQL are processes of their own; this one generates the load and reads {@code tickets}.
 */
@NullMarked
package io.switchboard.sandbox.bench;

import org.jspecify.annotations.NullMarked;

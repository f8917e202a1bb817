/**
 * The gateway: the one deployable.
 *
 * <p>Each direct sub-package is a module (Spring Modulith): what is public in its root package is its interface, the rest is
 * nobody's business. Deliveries go {@code intake → journal → flow → tickets}; replies go {@code replies → journal → flow →
 * tickets}, so that every thread has one writer.
 */
@NullMarked
package io.switchboard.gateway;

import org.jspecify.annotations.NullMarked;

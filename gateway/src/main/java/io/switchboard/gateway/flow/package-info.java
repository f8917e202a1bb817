/**
 * The Camel routes: one template per direction, instantiated per connector.
 *
 * <p>A route is plumbing; decisions are made by the classes it calls.
 */
@NullMarked
package io.switchboard.gateway.flow;

import org.jspecify.annotations.NullMarked;

/**
 * What operators ask: what became of a delivery, what failed, and can it be tried again.
 */
@NullMarked
package io.switchboard.gateway.operations;

import org.jspecify.annotations.NullMarked;

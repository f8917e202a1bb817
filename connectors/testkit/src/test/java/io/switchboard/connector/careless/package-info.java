/** A connector that does everything a connector must not do. */
@NullMarked
package io.switchboard.connector.careless;

import org.jspecify.annotations.NullMarked;

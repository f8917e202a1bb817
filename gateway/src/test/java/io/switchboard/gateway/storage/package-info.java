/** PostgreSQL as several modules use it. */
@NullMarked
package io.switchboard.gateway.storage;

import org.jspecify.annotations.NullMarked;

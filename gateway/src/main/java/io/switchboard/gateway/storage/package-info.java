/** What several modules need to know about PostgreSQL. */
@NullMarked
package io.switchboard.gateway.storage;

import org.jspecify.annotations.NullMarked;

/** The gateway under test: one application per JVM over a real broker and a real database. */
@NullMarked
package io.switchboard.gateway;

import org.jspecify.annotations.NullMarked;

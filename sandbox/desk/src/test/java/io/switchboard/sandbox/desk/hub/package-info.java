/** The whole hub, as a person uses it. */
@NullMarked
package io.switchboard.sandbox.desk.hub;

import org.jspecify.annotations.NullMarked;

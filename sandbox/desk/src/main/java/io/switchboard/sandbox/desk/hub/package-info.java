/** The whole hub in one process: infrastructure, simulated platforms, gateway and the miniature helpdesk core. */
@NullMarked
package io.switchboard.sandbox.desk.hub;

import org.jspecify.annotations.NullMarked;

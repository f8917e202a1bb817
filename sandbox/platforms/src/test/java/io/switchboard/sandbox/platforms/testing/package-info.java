/** What the tests of this module stand on: a stand-in for the gateway's hooks, a client of the simulated APIs, a clock. */
@NullMarked
package io.switchboard.sandbox.platforms.testing;

import org.jspecify.annotations.NullMarked;

/** The short version of the faults, and what a seed stands for. */
@NullMarked
package io.switchboard.sandbox.bench.faults;

import org.jspecify.annotations.NullMarked;

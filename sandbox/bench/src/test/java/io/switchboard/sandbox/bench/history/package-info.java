/** Proves that the checker finds what it is there for, and nothing else. */
@NullMarked
package io.switchboard.sandbox.bench.history;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.switchboard.sandbox.bench.floor;

import org.jspecify.annotations.NullMarked;

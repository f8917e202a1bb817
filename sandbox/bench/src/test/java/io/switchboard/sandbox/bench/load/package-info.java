@NullMarked
package io.switchboard.sandbox.bench.load;

import org.jspecify.annotations.NullMarked;

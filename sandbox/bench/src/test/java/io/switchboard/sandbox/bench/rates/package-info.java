@NullMarked
package io.switchboard.sandbox.bench.rates;

import org.jspecify.annotations.NullMarked;

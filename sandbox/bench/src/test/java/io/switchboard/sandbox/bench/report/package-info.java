@NullMarked
package io.switchboard.sandbox.bench.report;

import org.jspecify.annotations.NullMarked;

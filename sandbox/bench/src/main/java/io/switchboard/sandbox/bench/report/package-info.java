/** What a measurement leaves behind: one table to read, and one JSON file with the machine, the settings and every raw figure. */
@NullMarked
package io.switchboard.sandbox.bench.report;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.switchboard.connector.testkit;

import org.jspecify.annotations.NullMarked;

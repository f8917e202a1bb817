@NullMarked
package io.switchboard.sandbox.desk.contract;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.switchboard.sandbox.desk.page;

import org.jspecify.annotations.NullMarked;

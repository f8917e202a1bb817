/**
 * Characters out of bytes, whatever charset was declared, and text that every store and screen takes. {@code Repairs} collects what had to be
 * mended on the way, here and in all layers above.
 */
@NullMarked
package io.switchboard.connector.email.text;

import org.jspecify.annotations.NullMarked;

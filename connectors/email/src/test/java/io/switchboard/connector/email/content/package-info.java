/** Proof of texts, HTML and files. */
@NullMarked
package io.switchboard.connector.email.content;

import org.jspecify.annotations.NullMarked;

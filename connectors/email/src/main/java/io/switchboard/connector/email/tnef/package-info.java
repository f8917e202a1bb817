/**
 * What Outlook packs into a {@code winmail.dat} (MS-OXTNEF), as ranges of its bytes. Knows nothing of mail; {@code mime} opens such parts.
 */
@NullMarked
package io.switchboard.connector.email.tnef;

import org.jspecify.annotations.NullMarked;

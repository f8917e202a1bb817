/**
 * What is the connection's own: its settings, its addresses, the server it sends by.
 */
@NullMarked
package io.switchboard.connector.email.account;

import org.jspecify.annotations.NullMarked;

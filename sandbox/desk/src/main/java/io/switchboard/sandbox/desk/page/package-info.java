/**
 * The desk's page: threads and conversations as an agent reads them, rendered on the server and kept up to date by
 * server-sent events.
 *
 * <p>A controller takes a {@link io.switchboard.sandbox.desk.core.Conversation}, a view record says in words and shapes what is
 * on the page, a template puts it into HTML and decides nothing. Everything a customer wrote reaches the page as text, never as
 * markup. {@link io.switchboard.sandbox.desk.page.Customers} is the way to make the sandbox's customers write.
 */
@NullMarked
package io.switchboard.sandbox.desk.page;

import org.jspecify.annotations.NullMarked;

/**
 * The mail reader beside other mail readers. {@link io.switchboard.connector.email.bench.MailBench} prints the table of the connector's README.
 */
@NullMarked
package io.switchboard.connector.email.bench;

import org.jspecify.annotations.NullMarked;

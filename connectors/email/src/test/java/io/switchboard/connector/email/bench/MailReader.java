package io.switchboard.connector.email.bench;

import java.util.Map;
import java.util.concurrent.Callable;

/** One of the mail readers for Java that are compared. */
interface MailReader {

    /** Each fact is asked for by itself, so that a mail whose parts cannot be opened still has a subject. */
    Map<Fact, Callable<String>> open(byte[] mail) throws Exception;
}

package io.switchboard.connector.email.bench;

import java.util.Map;

/**
 * A mail of a corpus.
 *
 * @param corpus the name of its folder
 * @param compared whether its facts are compared; what was wrapped as a mail here has none of its own
 * @param expected what its authors, or the platform that delivered it, wrote down about it, as it is compared
 */
@SuppressWarnings("ArrayRecordComponent")
record CorpusMail(String corpus, String name, byte[] bytes, boolean compared, Map<Fact, String> expected) {

    CorpusMail {
        expected = Map.copyOf(expected);
    }

    @Override
    public String toString() {
        return corpus + "/" + name;
    }
}

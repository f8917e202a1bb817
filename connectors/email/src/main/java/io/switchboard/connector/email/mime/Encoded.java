package io.switchboard.connector.email.mime;

import io.switchboard.connector.email.bytes.Collected;
import io.switchboard.connector.email.bytes.Sink;
import io.switchboard.connector.email.bytes.Slice;

/**
 * The bytes of a part as they came, and how to get at those its sender saw.
 *
 * @param skipped how many decoded bytes stand before those meant
 * @param length how many are meant, at most
 */
public record Encoded(Slice slice, TransferDecoding decoding, int skipped, int length) {
    public static Encoded of(Slice slice, TransferDecoding decoding) {
        return new Encoded(slice, decoding, 0, Integer.MAX_VALUE);
    }

    static Encoded plain(Slice slice) {
        return of(slice, TransferDecoding.IDENTITY);
    }

    /** @return whether the input was sound; if not, the sink got what could be read */
    public boolean decode(Sink sink) {
        var whole = skipped == 0 && length == Integer.MAX_VALUE;
        return decoding.decode(slice, whole ? sink : new Stretch(sink, skipped, length));
    }

    /** The first decoded bytes. */
    public boolean decode(Collected beginning) {
        var needed = (long) skipped + Math.min(length, beginning.limit());
        var stretch = new Encoded(slice.limited(decoding.encodedLength(needed)), decoding, skipped, length);
        return stretch.decode((Sink) beginning);
    }

    public byte[] bytes(int limit) {
        var collected = new Collected(slice.length(), limit);
        decode(collected);
        return collected.bytes();
    }

    @Override
    public String toString() {
        return "Encoded[" + slice.length() + " bytes, " + decoding.label() + "]";
    }

    /** Lets a stretch of what is decoded pass. */
    private static final class Stretch implements Sink {
        private final Sink sink;
        private long toSkip;
        private long toPass;

        Stretch(Sink sink, long toSkip, long toPass) {
            this.sink = sink;
            this.toSkip = toSkip;
            this.toPass = toPass;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            var skipped = (int) Math.min(length, toSkip);
            toSkip -= skipped;
            var passed = (int) Math.min(length - skipped, toPass);
            toPass -= passed;
            if (passed > 0) {
                sink.write(bytes, offset + skipped, passed);
            }
        }
    }
}

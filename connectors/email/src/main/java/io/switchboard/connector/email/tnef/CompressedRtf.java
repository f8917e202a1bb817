package io.switchboard.connector.email.tnef;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Undoes the compression of RTF in Outlook's messages (MS-OXRTFCP), as far as the bytes go and never beyond a limit. */
public final class CompressedRtf {
    private static final int HEADER = 16;
    private static final int COMPRESSED = 0x75465A4C;
    private static final int RING = 4096;
    private static final byte[] FIRST =
            ("{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern "
                            + "\\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n"
                            + "\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx")
                    .getBytes(StandardCharsets.US_ASCII);

    private final byte[] input;
    private final int limit;
    private final byte[] ring = new byte[RING];
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private int written = FIRST.length;

    private CompressedRtf(byte[] input, int limit) {
        this.input = input;
        this.limit = limit;
        System.arraycopy(FIRST, 0, ring, 0, FIRST.length);
    }

    /**
     * The text as bytes; what is not compressed comes back as it is.
     *
     * @param limit how many bytes at most
     */
    public static byte[] decompress(byte[] input, int limit) {
        if (input.length < HEADER) {
            return input;
        }
        var compressed = new CompressedRtf(input, limit);
        if (compressed.number(8) == COMPRESSED) {
            compressed.decompress();
        } else {
            compressed.output.write(input, HEADER, Math.min(limit, input.length - HEADER));
        }
        return compressed.output.toByteArray();
    }

    private int number(int at) {
        return (input[at] & 0xff)
                | ((input[at + 1] & 0xff) << 8)
                | ((input[at + 2] & 0xff) << 16)
                | ((input[at + 3] & 0xff) << 24);
    }

    private void decompress() {
        var at = HEADER;
        while (at < input.length && output.size() < limit) {
            var control = input[at++];
            for (var bit = 0; bit < 8 && at < input.length; bit++) {
                if (((control >> bit) & 1) == 0) {
                    write(input[at++]);
                } else if (at + 1 < input.length) {
                    var reference = ((input[at] & 0xff) << 8) | (input[at + 1] & 0xff);
                    at += 2;
                    if (!copy(reference >> 4, (reference & 0xf) + 2)) {
                        return;
                    }
                } else {
                    return;
                }
            }
        }
    }

    /** @return whether it goes on: a reference to the present place is the end */
    private boolean copy(int offset, int length) {
        if (offset == written % RING) {
            return false;
        }
        for (var i = 0; i < length; i++) {
            write(ring[(offset + i) % RING]);
        }
        return true;
    }

    private void write(byte value) {
        ring[written % RING] = value;
        written++;
        if (output.size() < limit) {
            output.write(value);
        }
    }
}

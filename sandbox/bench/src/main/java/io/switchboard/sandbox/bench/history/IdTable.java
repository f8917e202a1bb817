package io.switchboard.sandbox.bench.history;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Texts and the numbers they got, from 0, in some 60 bytes each. A lookup compares the text itself, so no chance is involved. Not
 * thread-safe.
 */
final class IdTable {

    static final int ABSENT = -1;

    private static final int BLOCK = 1 << 20;

    private int[] slots = new int[1 << 12];
    private long[] positions = new long[1 << 10];
    private byte[][] blocks = {new byte[BLOCK]};
    private int block;
    private int filled;
    private int size;

    /** @return the text's number, or {@link #ABSENT} */
    int find(String id) {
        var bytes = id.getBytes(StandardCharsets.UTF_8);
        return slots[slot(bytes)] - 1;
    }

    /** @return the new text's number, or {@link #ABSENT} when it has one already */
    int add(String id) {
        var bytes = id.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0xffff) {
            throw new IllegalArgumentException("an id has " + bytes.length + " bytes, at most 65535 are expected");
        }
        var slot = slot(bytes);
        if (slots[slot] != 0) {
            return ABSENT;
        }
        if (size == positions.length) {
            positions = Arrays.copyOf(positions, 2 * size);
        }
        positions[size] = keep(bytes);
        slots[slot] = ++size;
        if (size > slots.length / 2) {
            rehash();
        }
        return size - 1;
    }

    String text(int number) {
        return new String(bytes(number), StandardCharsets.UTF_8);
    }

    int size() {
        return size;
    }

    private long keep(byte[] bytes) {
        var needed = bytes.length + 2;
        if (filled + needed > BLOCK) {
            block++;
            blocks = Arrays.copyOf(blocks, block + 1);
            blocks[block] = new byte[BLOCK];
            filled = 0;
        }
        var position = ((long) block << 32) | filled;
        blocks[block][filled++] = (byte) (bytes.length >> 8);
        blocks[block][filled++] = (byte) bytes.length;
        System.arraycopy(bytes, 0, blocks[block], filled, bytes.length);
        filled += bytes.length;
        return position;
    }

    private byte[] bytes(int number) {
        var in = blocks[(int) (positions[number] >>> 32)];
        var at = (int) positions[number];
        var length = ((in[at] & 0xff) << 8) | (in[at + 1] & 0xff);
        return Arrays.copyOfRange(in, at + 2, at + 2 + length);
    }

    /** Where the text is, or the free place where it belongs. */
    private int slot(byte[] bytes) {
        var mask = slots.length - 1;
        var hash = Arrays.hashCode(bytes) * 0x9E3779B9;
        var slot = (hash ^ (hash >>> 15)) & mask;
        while (slots[slot] != 0 && !Arrays.equals(bytes(slots[slot] - 1), bytes)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void rehash() {
        slots = new int[2 * slots.length];
        for (var number = 0; number < size; number++) {
            slots[slot(bytes(number))] = number + 1;
        }
    }
}

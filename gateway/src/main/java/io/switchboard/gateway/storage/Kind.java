package io.switchboard.gateway.storage;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** A column's type, and how PostgreSQL writes its values in binary ("Binary Format" of each type's {@code send} function). */
public enum Kind {
    UUID(2950, "_uuid") {
        @Override
        void write(Object value, WireBytes to) {
            var uuid = (UUID) value;
            to.int32(16);
            to.int64(uuid.getMostSignificantBits());
            to.int64(uuid.getLeastSignificantBits());
        }
    },
    /** Anything, as its {@code toString} says it. */
    TEXT(25, "_text") {
        @Override
        void write(Object value, WireBytes to) {
            to.sized(PostgresText.plain(value.toString()).getBytes(StandardCharsets.UTF_8));
        }
    },
    BYTES(17, "_bytea") {
        @Override
        void write(Object value, WireBytes to) {
            to.sized((byte[]) value);
        }
    },
    BIGINT(20, "_int8") {
        @Override
        void write(Object value, WireBytes to) {
            to.int32(8);
            to.int64((Long) value);
        }
    },
    SMALLINT(21, "_int2") {
        @Override
        void write(Object value, WireBytes to) {
            to.int32(2);
            to.int16((Short) value);
        }
    },
    INTEGER(23, "_int4") {
        @Override
        void write(Object value, WireBytes to) {
            to.int32(4);
            to.int32((Integer) value);
        }
    },
    REAL(700, "_float4") {
        @Override
        void write(Object value, WireBytes to) {
            to.int32(4);
            to.int32(Float.floatToIntBits((Float) value));
        }
    },
    BOOLEAN(16, "_bool") {
        @Override
        void write(Object value, WireBytes to) {
            to.int32(1);
            to.int8((Boolean) value ? 1 : 0);
        }
    },
    /** {@code timestamptz}: microseconds since 2000. */
    TIME(1184, "_timestamptz") {
        @Override
        void write(Object value, WireBytes to) {
            to.int32(8);
            to.int64(ChronoUnit.MICROS.between(YEAR_2000, (Instant) value));
        }
    };

    private static final Instant YEAR_2000 = Instant.parse("2000-01-01T00:00:00Z");

    private final int oid;
    private final String arrayType;

    Kind(int oid, String arrayType) {
        this.oid = oid;
        this.arrayType = arrayType;
    }

    /** Length and value. */
    abstract void write(Object value, WireBytes to);

    int oid() {
        return oid;
    }

    String arrayType() {
        return arrayType;
    }
}

package io.switchboard.gateway.storage;

import org.postgresql.util.PGBinaryObject;
import org.postgresql.util.PGobject;

/**
 * One column of many rows as one parameter, in binary: PostgreSQL copies it instead of reading every element from text. The
 * pools switch binary transfer on for these types, see {@code Pools}.
 */
final class ArrayParameter extends PGobject implements PGBinaryObject {

    private static final long serialVersionUID = 1L;

    private final transient WireBytes bytes;

    ArrayParameter(Kind kind, int elements, boolean anyAbsent, WireBytes values) {
        this.type = kind.arrayType();
        this.bytes = new WireBytes(20 + values.size());
        bytes.int32(elements == 0 ? 0 : 1);
        bytes.int32(anyAbsent ? 1 : 0);
        bytes.int32(kind.oid());
        if (elements > 0) {
            bytes.int32(elements);
            bytes.int32(1);
            bytes.append(values);
        }
    }

    @Override
    public int lengthInBytes() {
        return bytes.size();
    }

    @Override
    public void toBytes(byte[] target, int offset) {
        System.arraycopy(bytes.bytes(), 0, target, offset, bytes.size());
    }

    @Override
    public void setByteValue(byte[] value, int offset) {
        throw new UnsupportedOperationException("a parameter is only sent");
    }

    @Override
    public String getValue() {
        throw new IllegalStateException(
                "binary transfer is off for " + type + ": the data source does not come from Pools");
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return "ArrayParameter[" + type + ", " + bytes.size() + " bytes]";
    }
}

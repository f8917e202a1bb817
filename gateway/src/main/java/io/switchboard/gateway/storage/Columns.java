package io.switchboard.gateway.storage;

import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows for a set-based statement: one array parameter per column ({@code unnest(?::uuid[], ?::bigint[])}). */
public final class Columns {

    private final Kind[] kinds;
    private final WireBytes[] values;
    private final boolean[] anyAbsent;
    private int rows;

    public Columns(Kind... kinds) {
        this.kinds = kinds.clone();
        this.values = new WireBytes[kinds.length];
        this.anyAbsent = new boolean[kinds.length];
        for (var i = 0; i < kinds.length; i++) {
            values[i] = new WireBytes(1024);
        }
    }

    public Columns row(@Nullable Object... row) {
        if (row.length != kinds.length) {
            throw new IllegalArgumentException(row.length + " values for " + kinds.length + " columns");
        }
        for (var i = 0; i < row.length; i++) {
            var value = row[i];
            if (value == null) {
                anyAbsent[i] = true;
                values[i].absent();
            } else {
                kinds[i].write(value, values[i]);
            }
        }
        rows++;
        return this;
    }

    public int rows() {
        return rows;
    }

    public boolean isEmpty() {
        return rows == 0;
    }

    /** The parameters of the statement, in the order of the columns. */
    public Object[] parameters() {
        var parameters = new Object[kinds.length];
        for (var i = 0; i < kinds.length; i++) {
            parameters[i] = new ArrayParameter(kinds[i], rows, anyAbsent[i], values[i]);
        }
        return parameters;
    }

    /** For {@code = any(?)}. */
    public static Object uuids(Collection<UUID> values) {
        var column = new Columns(Kind.UUID);
        values.forEach(column::row);
        return column.parameters()[0];
    }

    @Override
    public String toString() {
        return "Columns[" + kinds.length + " x " + rows + "]";
    }
}

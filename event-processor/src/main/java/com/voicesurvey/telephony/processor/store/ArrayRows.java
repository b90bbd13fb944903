package com.voicesurvey.telephony.processor.store;

import org.jooq.Field;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows handed to PostgreSQL as one array a column, {@code unnest}ed there: one statement whose text
 * is the same however many rows there are, so that it is parsed and planned once.
 */
final class ArrayRows<T> {
    private static final Name ALIAS = DSL.name("r");

    private final List<T> rows;
    private final List<Name> names = new ArrayList<>();
    private final List<QueryPart> arrays = new ArrayList<>();

    ArrayRows(List<T> rows) {
        this.rows = rows;
    }

    /** Adds a column of that field's name and type, and returns the field to refer to it by. */
    <V> Field<V> column(Field<V> like, Function<? super T, ? extends @Nullable V> value) {
        NativeArray array = NativeArray.of(like.getType(), rows.size());
        for (int i = 0; i < rows.size(); i++) {
            array.set(i, value.apply(rows.get(i)));
        }
        return add(like, array);
    }

    /** The same for bytes. */
    Field<byte[]> bytes(Field<byte[]> like, Bytes<? super T> value) {
        NativeArray array = NativeArray.of(byte[].class, rows.size());
        for (int i = 0; i < rows.size(); i++) {
            array.set(i, value.of(rows.get(i)));
        }
        return add(like, array);
    }

    /** The bytes of a row, if it has any. */
    @FunctionalInterface
    interface Bytes<T> {
        byte @Nullable [] of(T row);
    }

    /** The rows as a table, once all columns are added. */
    Table<Record> table() {
        String places =
                IntStream.range(0, arrays.size())
                        .mapToObj(i -> "{" + i + "}")
                        .collect(Collectors.joining(", ", "unnest(", ")"));
        return DSL.table(places, arrays.toArray(QueryPart[]::new))
                .as(ALIAS, names.toArray(Name[]::new));
    }

    private <V> Field<V> add(Field<V> like, NativeArray array) {
        names.add(like.getUnqualifiedName());
        arrays.add(array.as(like.getDataType()));
        return DSL.field(ALIAS.append(like.getUnqualifiedName()), like.getDataType());
    }
}

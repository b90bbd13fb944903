package com.voicesurvey.telephony.processor.store;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Where a row stands, PostgreSQL's {@code ctid}: the way to a row without any index, for as long as
 * the transaction that has read it holds the row's lock and does not write it.
 */
final class RowPlace {
    private static final Name CTID = DSL.name("ctid");

    private RowPlace() {}

    static Field<String> of(Table<?> table) {
        return DSL.field(table.getUnqualifiedName().append(CTID), SQLDataType.VARCHAR);
    }

    /** Whether a row of that table stands there. */
    static Condition is(Table<?> table, Field<String> place) {
        return DSL.condition("{0} = cast({1} as tid)", of(table), place);
    }
}

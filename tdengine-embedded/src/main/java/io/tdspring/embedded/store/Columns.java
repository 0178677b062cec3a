// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.store;

import io.tdspring.data.Column;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The columns or tags of a table at one moment. Each has a number that no other column of the table ever had, by which
 * cells are found again after columns were added, dropped or renamed.
 *
 * <p>Immutable: a change makes a new list.
 */
public final class Columns extends AbstractList<Column> implements RandomAccess {

    private final List<Column> list;
    private final List<Integer> numbers;
    private final int nextNumber;

    private Columns(List<Column> list, List<Integer> numbers, int nextNumber) {
        this.list = List.copyOf(list);
        this.numbers = List.copyOf(numbers);
        this.nextNumber = nextNumber;
    }

    /** The columns of a new table. */
    public static Columns of(List<Column> columns) {
        if (columns instanceof Columns same) {
            return same;
        }
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            numbers.add(i);
        }
        return new Columns(columns, numbers, columns.size());
    }

    @Override
    public Column get(int index) {
        return list.get(index);
    }

    @Override
    public int size() {
        return list.size();
    }

    /** The index of the column of this name, -1 if there is none. */
    public int indexOf(String name) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** These and a new one behind them. */
    public Columns with(Column added) {
        List<Column> columns = new ArrayList<>(list);
        columns.add(added);
        List<Integer> kept = new ArrayList<>(numbers);
        kept.add(nextNumber);
        return new Columns(columns, kept, nextNumber + 1);
    }

    /** All but one. */
    public Columns without(int index) {
        List<Column> columns = new ArrayList<>(list);
        columns.remove(index);
        List<Integer> kept = new ArrayList<>(numbers);
        kept.remove(index);
        return new Columns(columns, kept, nextNumber);
    }

    /** The same with another name or length for one of them, which keeps its cells. */
    public Columns replaced(int index, Column changed) {
        List<Column> columns = new ArrayList<>(list);
        columns.set(index, changed);
        return new Columns(columns, numbers, nextNumber);
    }

    /**
     * For each of these columns its index in another list of the same table's columns, -1 if it is not in there.
     *
     * @return null if both lists have the same columns in the same places
     */
    int @Nullable [] indexesIn(Columns other) {
        return other.numbers.equals(numbers)
                ? null
                : numbers.stream().mapToInt(other.numbers::indexOf).toArray();
    }
}

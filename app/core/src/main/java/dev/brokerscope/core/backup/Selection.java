package dev.brokerscope.core.backup;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.core.query.Entry;
import dev.brokerscope.core.query.ResultStore;
import java.util.List;

/// Messages of one channel that were found already and are to be kept: all of a result, or the chosen ones. In any order;
/// entries are read twice.
public interface Selection {

    long size();

    /// @param row from 0
    Entry entry(long row) throws FaultException;

    /// Everything that a result holds now.
    static Selection all(ResultStore result) {
        long size = result.size();
        return new Selection() {
            @Override
            public long size() {
                return size;
            }

            @Override
            public Entry entry(long row) throws FaultException {
                return result.entry(row);
            }
        };
    }

    /// Some rows of a result.
    static Selection of(ResultStore result, List<Long> rows) {
        List<Long> chosen = List.copyOf(rows);
        return new Selection() {
            @Override
            public long size() {
                return chosen.size();
            }

            @Override
            public Entry entry(long row) throws FaultException {
                return result.entry(chosen.get((int) row));
            }
        };
    }
}

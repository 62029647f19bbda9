package dev.brokerscope.desktop.message;

/// Which part of a result the table shows.
///
/// @param index of the page, from 0
/// @param size rows of a full page
/// @param stored rows read so far
/// @param ended nothing more can come
public record PageView(int index, int size, long stored, boolean ended) {

    static final PageView NONE = new PageView(0, QueryChoice.PAGE_SIZE, 0, false);

    public long first() {
        return (long) index * size;
    }

    /// Rows on this page.
    public long count() {
        return Math.clamp(stored - first(), 0, size);
    }

    public boolean hasPrevious() {
        return index > 0;
    }

    public boolean hasNext() {
        return stored > first() + size || !ended && stored == first() + size;
    }

    /// The last page that was read so far.
    public int last() {
        return (int) Math.max(0, (stored - 1) / size);
    }

    PageView at(int newIndex) {
        return new PageView(newIndex, size, stored, ended);
    }

    PageView having(long rows, boolean isEnded) {
        return new PageView(index, size, rows, isEnded);
    }
}

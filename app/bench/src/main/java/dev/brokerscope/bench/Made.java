package dev.brokerscope.bench;

/// A data set as it was made and kept.
///
/// @param entropy bytes of entropy in a byte of the values, 0 to 1
/// @param archiveBytes size of its archive
record Made(DataSet data, double entropy, long archiveBytes) {

    double ratio() {
        return (double) archiveBytes / data.bytes();
    }
}

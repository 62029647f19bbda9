package dev.brokerscope.api.decode;

/// What a node is: decides colour, icon and how JSON is made of it.
public enum NodeKind {
    /// Named children: a JSON object, an Avro record.
    OBJECT,
    /// Children in order.
    ARRAY,
    /// Named children whose names are data: an Avro map.
    MAP, STRING,
    /// A whole number of any size.
    INTEGER,
    /// An exact decimal.
    DECIMAL,
    /// A binary floating point number; `NaN` and infinities as words.
    FLOAT, BOOLEAN, NULL,
    /// Text is hex.
    BINARY, ENUM,
    /// A date, time or duration; the number below it is in `raw`.
    TIME,
    /// XML: children are attributes, elements, text …
    ELEMENT, ATTRIBUTE, TEXT, CDATA, COMMENT, INSTRUCTION;

    public boolean isStructure() {
        return switch (this) {
            case OBJECT, ARRAY, MAP, ELEMENT -> true;
            case STRING, INTEGER, DECIMAL, FLOAT, BOOLEAN, NULL, BINARY, ENUM, TIME, ATTRIBUTE, TEXT, CDATA, COMMENT,
                    INSTRUCTION -> false;
        };
    }
}

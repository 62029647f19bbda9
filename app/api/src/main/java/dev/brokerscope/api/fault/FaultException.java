package dev.brokerscope.api.fault;

/// The outside world failed us. Checked, since every caller must decide; unchecked exceptions are defects.
public final class FaultException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Fault fault;

    public FaultException(Fault fault) {
        super(fault.message());
        this.fault = fault;
    }

    public FaultException(Fault fault, Throwable cause) {
        super(fault.message(), cause);
        this.fault = fault;
    }

    public FaultException(FaultKind kind, String code, String message, String remedy) {
        this(Fault.of(kind, code, message, remedy));
    }

    public FaultException(FaultKind kind, String code, String message, String remedy, Throwable cause) {
        this(Fault.of(kind, code, message, remedy).withDetails(cause.toString()), cause);
    }

    public Fault fault() {
        return fault;
    }

    public FaultKind kind() {
        return fault.kind();
    }
}

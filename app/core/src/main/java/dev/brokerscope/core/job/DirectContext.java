package dev.brokerscope.core.job;

record DirectContext(Progress progress) implements JobContext {

    @Override
    public void pausePoint() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}

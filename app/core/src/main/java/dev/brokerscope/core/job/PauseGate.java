package dev.brokerscope.core.job;

/// Where a job's threads wait while it is paused.
final class PauseGate implements JobContext {

    private final Progress progress;
    private boolean paused;

    PauseGate(Progress progress) {
        this.progress = progress;
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @Override
    public synchronized void pausePoint() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        while (paused) {
            wait();
        }
    }

    synchronized boolean paused() {
        return paused;
    }

    synchronized void pause() {
        paused = true;
    }

    synchronized void resume() {
        if (paused) {
            paused = false;
            progress.resumed();
            notifyAll();
        }
    }
}

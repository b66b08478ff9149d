//! The one thread that writes: it owns its connection, and takes one piece of work after another.
//!
//! So writes never wait for each other's locks, and a save in the middle of an import comes right
//! after the transaction before it, not somewhere in a queue of busy retries.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::mpsc,
    thread::JoinHandle,
};

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::DeskError;

type Job = Box<dyn FnOnce(&mut Connection) + Send>;

/// The writing end of a desk. Dropping it waits until everything that was handed over is on disk.
pub(crate) struct Writer {
    jobs: Option<mpsc::Sender<Job>>,
    thread: Option<JoinHandle<()>>,
}

impl Writer {
    /// Starts the thread around its connection.
    pub(crate) fn start(mut connection: Connection) -> std::io::Result<Self> {
        let (jobs, queue) = mpsc::channel::<Job>();
        let thread =
            std::thread::Builder::new().name("desk writer".to_owned()).spawn(move || {
                for job in queue {
                    // A job that panics drops its transaction, which rolls back; whoever waits for its
                    // answer sees that none comes. The connection is as good as before.
                    let _ = catch_unwind(AssertUnwindSafe(|| job(&mut connection)));
                }
            })?;
        Ok(Self { jobs: Some(jobs), thread: Some(thread) })
    }

    /// Does a piece of work in a transaction of its own and waits until it is on disk. `None` when
    /// the work panicked.
    pub(crate) fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction) -> Result<T, DeskError> + Send + 'static,
    ) -> Option<Result<T, DeskError>> {
        let (answer, answered) = mpsc::sync_channel(1);
        let job: Job = Box::new(move |connection| {
            let done = (|| {
                let change =
                    connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
                let value = work(&change)?;
                change.commit()?;
                Ok(value)
            })();
            // Nobody may be waiting any more; the work is done all the same.
            let _ = answer.send(done);
        });
        self.jobs.as_ref()?.send(job).ok()?;
        answered.recv().ok()
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        drop(self.jobs.take());
        if let Some(thread) = self.thread.take() {
            // The thread catches the panics of its jobs, so there is nothing to learn from it.
            let _ = thread.join();
        }
    }
}

//! Talks to a store as the engine does, and waits for the end.

use std::sync::mpsc::{self, Sender};

use engine::ports::store::{CommandJob, QueryJob, Result, Snapshot, Store, Transaction, Verdict};

/// What a command answers when it is kept.
pub(crate) fn write<T: Send + 'static>(
    store: &dyn Store,
    work: impl FnMut(&dyn Transaction) -> Result<T> + Send + 'static,
) -> T {
    try_write(store, work).unwrap()
}

/// What a command answers that the store may do on this thread, when it is kept.
pub(crate) fn write_here<T: Send + 'static>(
    store: &dyn Store,
    mut work: impl FnMut(&dyn Transaction) -> Result<T> + Send + 'static,
) -> T {
    let ((answer, answered), (end, ended)) = (mpsc::channel(), mpsc::channel());
    let work = move |transaction: &dyn Transaction| Ok((Verdict::Keep, work(transaction)?));
    store.command_here(Box::new(Command { work, answer, end }));
    ended.recv().unwrap().unwrap();
    last(&answered)
}

/// Runs a command that wants to be kept, and waits for its end.
pub(crate) fn try_write<T: Send + 'static>(
    store: &dyn Store,
    mut work: impl FnMut(&dyn Transaction) -> Result<T> + Send + 'static,
) -> Result<T> {
    let (answer, end) = submit(store, move |transaction| Ok((Verdict::Keep, work(transaction)?)));
    end.recv().unwrap().map(|()| last(&answer))
}

/// Runs a command that refuses after its work, and waits for its end.
pub(crate) fn refuse<T: Send + 'static>(
    store: &dyn Store,
    mut work: impl FnMut(&dyn Transaction) -> Result<T> + Send + 'static,
) -> T {
    let (answer, end) = submit(store, move |transaction| Ok((Verdict::Undo, work(transaction)?)));
    end.recv().unwrap().unwrap();
    last(&answer)
}

/// The answer that counts of a command that may have been run twice.
pub(crate) fn last<T>(answer: &mpsc::Receiver<T>) -> T {
    answer.try_iter().last().unwrap()
}

/// Hands a command over; gives where its answer and then its end will arrive.
pub(crate) fn submit<T: Send + 'static>(
    store: &dyn Store,
    work: impl FnMut(&dyn Transaction) -> Result<(Verdict, T)> + Send + 'static,
) -> (mpsc::Receiver<T>, mpsc::Receiver<Result<()>>) {
    let ((answer, answered), (end, ended)) = (mpsc::channel(), mpsc::channel());
    store.command(Box::new(Command { work, answer, end }));
    (answered, ended)
}

/// Runs a query and waits for its answer.
pub(crate) fn read<T: Send + 'static>(
    store: &dyn Store,
    work: impl FnOnce(&dyn Snapshot) -> Result<T> + Send + 'static,
) -> T {
    try_read(store, work).unwrap()
}

/// Runs a query and waits for its answer or fault.
pub(crate) fn try_read<T: Send + 'static>(
    store: &dyn Store,
    work: impl FnOnce(&dyn Snapshot) -> Result<T> + Send + 'static,
) -> Result<T> {
    let (answer, answered) = mpsc::channel();
    store.query(Box::new(Query { work, answer }));
    answered.recv().unwrap()
}

struct Command<W, T> {
    work: W,
    answer: Sender<T>,
    end: Sender<Result<()>>,
}

impl<T: Send, W: FnMut(&dyn Transaction) -> Result<(Verdict, T)> + Send> CommandJob for Command<W, T> {
    fn run(&mut self, transaction: &dyn Transaction) -> Result<Verdict> {
        let (verdict, answer) = (self.work)(transaction)?;
        // Nobody may be waiting for the answer any more.
        let _ = self.answer.send(answer);
        Ok(verdict)
    }

    fn end(self: Box<Self>, end: Result<()>) {
        let _ = self.end.send(end);
    }
}

struct Query<W, T> {
    work: W,
    answer: Sender<Result<T>>,
}

impl<T: Send, W: FnOnce(&dyn Snapshot) -> Result<T> + Send> QueryJob for Query<W, T> {
    fn run(self: Box<Self>, snapshot: Result<&dyn Snapshot>) {
        let Self { work, answer } = *self;
        let _ = answer.send(snapshot.and_then(work));
    }
}

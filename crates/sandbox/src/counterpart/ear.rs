//! Hearing of requests for transfers.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use engine::ports::Ask;
use outcomes::Operation;
use tokio::sync::Notify;

use super::Object;

/// Hears which transfers were asked for, from the store's threads; never blocks them. Deaf while nobody has a rule.
#[derive(Debug, Default)]
pub struct Ear {
    open: AtomicBool,
    heard: Mutex<Vec<Object>>,
    news: Notify,
}

impl Ear {
    /// Hears nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// What a request for a transfer is about; `None` for anything else, and while nobody wants to hear of it.
    pub(crate) fn prick_up(&self, ask: &Ask<'_>) -> Option<Object> {
        if !self.open.load(Ordering::Acquire) {
            return None;
        }
        match ask.operation {
            Operation::DomainTransferRequest => Some(Object::Domain(ask.object.to_owned())),
            Operation::ContactTransferRequest => Some(Object::Contact(ask.object.to_owned())),
            _ => None,
        }
    }

    /// Hears that a transfer was asked for.
    pub(crate) fn hear(&self, object: Object) {
        self.lock().push(object);
        self.news.notify_one();
    }

    pub(super) fn open(&self, open: bool) {
        self.open.store(open, Ordering::Release);
    }

    pub(super) fn take(&self) -> Vec<Object> {
        std::mem::take(&mut *self.lock())
    }

    pub(super) fn put_back(&self, mut earlier: Vec<Object>) {
        let mut heard = self.lock();
        earlier.append(&mut heard);
        *heard = earlier;
    }

    pub(super) async fn heard(&self) {
        self.news.notified().await;
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Object>> {
        self.heard.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

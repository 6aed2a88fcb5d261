//! Requests that end by themselves.

use engine::model::{ObjectId, Pending};
use engine::ports::store::Store;

use crate::client::{read, try_write, write};
use crate::fixtures::{asked, id, noon, opened};

pub(crate) fn a_request_is_kept_until_it_has_ended(store: &dyn Store) {
    let pending = Pending { id: ObjectId(id()), account: opened(store, "ALPHA"), at: noon(), asked: asked() };
    let (number, written) = (pending.id, pending.clone());
    write(store, move |tx| tx.insert_pending(&written));
    assert_eq!(read(store, move |snapshot| snapshot.pending(number)), Some(pending));
    write(store, move |tx| tx.remove_pending(number));
    assert_eq!(read(store, move |snapshot| snapshot.pending(number)), None);
    assert!(try_write(store, move |tx| tx.remove_pending(number)).is_err(), "it ends once");
}

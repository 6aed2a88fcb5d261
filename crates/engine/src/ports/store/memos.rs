use super::Result;
use crate::model::{Memo, MemoPlace};

/// Reads memos.
pub trait Memos {
    /// The memo at a place.
    fn memo(&self, place: &MemoPlace) -> Result<Option<Memo>>;
}

/// Writes memos.
pub trait MemosMut: Memos {
    /// Keeps a memo, in the place of what was there.
    fn put_memo(&self, place: &MemoPlace, memo: &Memo) -> Result<()>;
}

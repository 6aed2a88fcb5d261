//! The names of accounts in the rows of one answer.

use std::collections::HashMap;

use crate::{
    Fault, Reading,
    model::{AccountId, Clid},
};

/// Names that were read already: few accounts stand behind many rows.
#[derive(Default)]
pub(crate) struct Clids {
    known: HashMap<AccountId, Clid>,
}

impl Clids {
    /// The name of an account, which is read once.
    ///
    /// # Errors
    /// As [`Context::clid`](crate::Context::clid).
    pub(crate) fn of(&mut self, cx: &Reading<'_>, account: AccountId) -> Result<Clid, Fault> {
        if let Some(clid) = self.known.get(&account) {
            return Ok(clid.clone());
        }
        let clid = cx.clid(account)?;
        self.known.insert(account, clid.clone());
        Ok(clid)
    }
}

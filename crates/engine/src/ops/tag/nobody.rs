use crate::{
    Command, Failure, Fault, Writing,
    model::{Account, Clid, Currency},
    ops::account::Open,
};

/// Opens the account of domains that have no registrar. Nobody logs in to it and nothing is billed to it, so what it has
/// ends with its term.
///
/// # Errors
/// A fault of the store.
pub(super) fn open(cx: &mut Writing<'_>, clid: &Clid) -> Result<Account, Failure> {
    let account = Open {
        clid: clid.clone(),
        name: "Domains without a registrar".to_owned(),
        currency: Currency::Eur,
        credit_limit: 0,
    };
    let id = account.run(cx)?.answer;
    let missing = || Fault::internal(format!("account {clid} is missing, which was just opened"));
    Ok(cx.store.account(id)?.ok_or_else(missing)?)
}

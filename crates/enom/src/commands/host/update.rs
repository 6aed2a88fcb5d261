//! `UpdateNameServer`: another address in the place of one.

use engine::Field;
use engine::model::{DomainName, HostAddress};
use engine::ops::host::Update;
use engine::ops::{Needless, StatusChange};
use outcomes::Operation as Name;

use super::success;
use crate::answer::{Ended, Reply, registry};
use crate::call::Call;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let address = |text: &str| HostAddress::parse(text, text.contains(':'));
    let name = params.need("NS", Field::HostName, DomainName::parse);
    let old = params.need("OldIP", Field::HostAddress, address);
    let new = params.need("NewIP", Field::HostAddress, address);
    let update = name.zip(old.zip(new)).map(|(name, (old, new))| Update {
        name,
        add: vec![new],
        remove: vec![old],
        statuses: StatusChange::default(),
        rename: None,
        needless: Needless::default(),
    });
    let done = call.command(params.finish(update)?).await?;
    let outcome = done.outcome;
    Ok(Reply::of(done, |_| registry(success(), outcome, Name::HostUpdate)))
}

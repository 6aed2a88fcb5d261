//! `GetRegLock` and `SetRegLock`: whether a domain is locked against transfers.

use engine::Field;
use engine::model::Status;
use engine::ops::domain::{Dossier, Replacement, Update};
use outcomes::{ENOM, Operation as Name};

use crate::answer::{Ended, Reply, registry, registry_pair};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::{Params, missing};

pub(in crate::commands) async fn get(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.name();
    let name = params.finish(name)?;
    let done = call.query(Dossier { name }).await?;
    let outcome = done.outcome;
    Ok(Reply::of(done, |dossier| {
        let is_locked = dossier.view.domain.statuses.has(Status::ClientTransferProhibited);
        let word = u8::from(is_locked).to_string();
        let fields = Fields::new().xml("reg-lock", word.clone()).one("RegLock", word);
        registry(fields.xml("registrar", dossier.view.sponsor.as_str()), outcome, Name::DomainDossier)
    }))
}

pub(in crate::commands) async fn set(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.name();
    if params.text("UnlockRegistrar").is_none() {
        params.add(missing("UnlockRegistrar", Field::Status));
    }
    let is_locked = params.flag("UnlockRegistrar").map(|unlocks| !unlocks);
    let replace = Replacement { is_locked, ..Replacement::default() };
    let update = name.map(|name| Update { replace, ..Update::of(name) });
    let done = call.command(params.finish(update)?).await?;
    let outcome = done.outcome;
    let word = if is_locked == Some(true) { "REGISTRAR-LOCK" } else { "ACTIVE" };
    Ok(Reply::of(done, |()| {
        let (code, _) = registry_pair(ENOM.row(outcome, Some(Name::DomainUpdate), None));
        let fields = Fields::new().xml("reg-lock", word).text("RegLock", word);
        // Some clients look for this name.
        let fields = fields.xml("RegistrarLock", word).one("RRPCodeSR", code);
        registry(fields, outcome, Name::DomainUpdate)
    }))
}

//! `StatusDomain`: shows one of the account's domains with all that belongs to it. The authorisation code is not shown: nothing
//! but a hash of it is kept.

use engine::model::{Status, TaskId};
use engine::ops::domain::{Dossier, DossierView, Price, RgpState};
use engine::ops::task::Waiting;

use super::{contacts, dnssec, modes, name};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::params::Params;
use crate::times::moment;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = name::entity(&mut params);
    let name = params.finish(name)?;
    let done = call.query(Dossier { name: name.clone() }).await?;
    let jobs = call.query(Waiting { object: name.as_str().to_owned() }).await?.answer;
    let tier = call.glance(Price { name, period: None }).ok().and_then(|done| done.answer.tier);
    Ok(Reply::of(done, |dossier| {
        let columns = life(names(Columns::new(), &dossier), &dossier);
        links(columns, &dossier)
            .each("pending job", &jobs, TaskId::to_string)
            .maybe("x-fee-class", tier.map(|tier| format!("PREMIUM_{}", tier.to_ascii_uppercase())))
    }))
}

fn names(columns: Columns, dossier: &DossierView) -> Columns {
    let (view, domain) = (&dossier.view, &dossier.view.domain);
    columns
        .one("domain", domain.name.as_str())
        .one("domain idn", domain.name.unicode())
        .one("roid", domain.id.roid())
        .one("zone", domain.zone.as_str())
        .many("status", statuses(dossier))
        .one("registrar", view.sponsor.as_str())
        .one("created by", view.creator.as_str())
        .maybe("updated by", view.updater.as_ref().map(engine::model::Clid::as_str))
}

fn life(columns: Columns, dossier: &DossierView) -> Columns {
    let (view, domain) = (&dossier.view, &dossier.view.domain);
    let end = moment(domain.expires_at);
    let is_locked = domain.statuses.has(Status::ClientTransferProhibited);
    let (states, ends): (Vec<_>, Vec<_>) = view
        .rgp
        .iter()
        .map(|state| (state.name().to_owned(), state.ends_at().map(moment).unwrap_or_default()))
        .unzip();
    columns
        .one("created date", moment(domain.created_at))
        .one("updated date", moment(domain.updated_at.unwrap_or(domain.created_at)))
        .maybe("registrar transfer date", domain.transferred_at.map(moment))
        .one("registration expiration date", end.clone())
        .one("expiration date", end.clone())
        .one("paiduntil date", end.clone())
        .one("renewal date", end)
        .one("renewalmode", modes::word(&modes::RENEWAL, &domain.renewal))
        .one("transfermode", modes::word(&modes::TRANSFER, &domain.time_out))
        .one("transferlock", u8::from(is_locked).to_string())
        .many("rgp status", states)
        .many("rgp enddate", ends)
}

fn links(columns: Columns, dossier: &DossierView) -> Columns {
    let (view, data) = (&dossier.view, &dossier.view.domain.dnssec);
    let mut columns = columns;
    for (role, _, column) in contacts::ROLES {
        let held = view.contacts.iter().filter(|contact| contact.role == role);
        columns = columns.many(column, held.map(|contact| contact.handle.to_string()).collect());
    }
    columns
        .many("nameserver", dossier.servers.iter().map(|server| server.name.to_string()).collect())
        .many("host", view.subordinate_hosts.iter().map(ToString::to_string).collect())
        .many("dnssec", data.keys.iter().map(dnssec::shown_key).collect())
        .many("dnssecdsdata", data.ds.iter().map(dnssec::shown_record).collect())
        .many("domaintag", dossier.tags.iter().map(ToString::to_string).collect())
}

/// First how the registration stands, in the words of RRP, then what EPP says of it.
fn statuses(dossier: &DossierView) -> Vec<String> {
    let view = &dossier.view;
    let states = view.rgp.iter();
    let state = states.fold("ACTIVE", |state, rgp| match rgp {
        RgpState::Redemption(_) => "REDEMPTIONPERIOD",
        RgpState::PendingRestore => "PENDINGRESTORE",
        RgpState::PendingDelete(_) => "PENDINGDELETE",
        _ => state,
    });
    let stored = view.statuses.iter().filter(|(status, _)| *status != Status::Ok);
    std::iter::once(state.to_owned()).chain(stored.map(|(status, _)| status.to_string())).collect()
}

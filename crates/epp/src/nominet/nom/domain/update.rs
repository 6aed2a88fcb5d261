use engine::{
    Failure, Refusals,
    model::{DomainName, Role},
    ops::{
        Needless, Several, StatusChange, Together,
        domain::{self, Update},
        upkeep,
    },
};

use super::{read_name, servers};
use crate::nominet::{
    answer::Answer,
    commands::Reading,
    fields::Fields,
    nom::account::{create::obsolete, update as account},
    request::{At, Request},
    std::domain::read_change,
};

/// Reads `<domain:update>`. Name servers that are sent take the place of all that were; an account that is sent is
/// changed.
///
/// # Errors
/// Faults against the schema; every bad value.
pub(in crate::nominet) fn parse(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    let mut fields = Fields::of(reading.object);
    let name = read_name(reading, &mut fields)?;
    let account = match fields.take("account") {
        Some(element) => {
            let mut inner = Fields::of(Fields::of(element).required("update")?);
            let _ = inner.take("roid");
            Some(account::read(inner)?)
        }
        None => None,
    };
    let servers = servers::read(&mut fields)?;
    let warnings = obsolete(&fields.all("purchase-order"));
    let orders = read_change(&mut fields)?;
    fields.end()?;

    let delegation = servers.map(servers::delegation);
    let update = Update {
        name: name.clone(),
        add: Default::default(),
        remove: Default::default(),
        delegation,
        statuses: StatusChange::default(),
        registrant: None,
        authinfo: None,
        dnssec: None,
        replace: Default::default(),
        needless: Needless::LeftOut,
        opts_out: None,
    };
    let set = upkeep::Set { name: name.clone(), change: orders };
    let request = Request::new(move |at: At| async move {
        if let Some(account) = account {
            let holder = holder(&at, name).await?;
            let done = account.carry_out(&at, &holder).await?;
            if update.is_empty() && set.change.is_empty() {
                return Ok(done);
            }
        }
        let done = match (update.is_empty(), set.change.is_empty()) {
            (_, true) => at.command(update).await?.map(|()| Answer::nothing()),
            (true, false) => at.command(set).await?.map(|()| Answer::nothing()),
            (false, false) => {
                let both = Together { first: Several(vec![update]), then: set };
                at.command(both).await?.map(|_| Answer::nothing())
            }
        };
        Ok(done)
    });
    Ok(request.warned(warnings))
}

/// The handle of a domain's registrant.
async fn holder(at: &At, name: DomainName) -> Result<engine::model::Handle, Failure> {
    let find = upkeep::Find { name: name.clone() };
    at.query(find).await?;
    let view = at.query(domain::Info { name, proof: None }).await?.answer;
    let holder = view.contacts.into_iter().find(|contact| contact.role == Role::Registrant);
    Ok(holder.map(|holder| holder.handle).ok_or(engine::Outcome::RegistrantMissing)?)
}

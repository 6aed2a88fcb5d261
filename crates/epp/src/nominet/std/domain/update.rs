use engine::{
    Field, Outcome, Refusal, Refusals,
    ops::{Needless, Together, upkeep},
};

use super::{ignored, read_change};
use crate::{
    extensions::{Extension, secdns::SecDns},
    nominet::{commands::Reading, fields::Fields, request::Request},
    objects,
    request::Request as Standard,
};

/// Reads `<domain:update>`. Statuses are the registry's, and authInfo is of no use.
///
/// # Errors
/// Faults against the schema; every bad value; `status_not_settable`.
pub(in crate::nominet) fn parse(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    let mut update = objects::domain::update::parse(reading.object)?;
    update.needless = Needless::LeftOut;
    let statuses = &update.statuses;
    let status = statuses.add.iter().map(|(status, _)| status).chain(&statuses.remove).next();
    if let Some(status) = status {
        let refusal = Refusal::new(Outcome::StatusNotSettable).at(Field::Status).value(status);
        return Err(refusal.into());
    }
    let warning = update.authinfo.take().map(|_| ignored("domain:authInfo"));
    if let Some(element) = reading.extension("secDNS")
        && let Standard::DomainUpdate(with) =
            SecDns.read(element, Standard::DomainUpdate(update.clone().into()))?
    {
        update = *with;
    }
    let change = match reading.extension("domain-nom-ext") {
        Some(element) => {
            let mut fields = Fields::of(element);
            let change = read_change(&mut fields)?;
            fields.end()?;
            change
        }
        None => upkeep::Change::default(),
    };
    let set = upkeep::Set { name: update.name.clone(), change };
    let request = match (update.is_empty(), set.change.is_empty()) {
        (true, false) => Request::quiet(set),
        (false, false) => Request::quiet(Together { first: update, then: set }),
        (_, true) => Request::quiet(update),
    };
    Ok(request.warned(warning))
}

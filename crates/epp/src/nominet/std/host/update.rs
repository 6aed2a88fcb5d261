use engine::{
    Outcome, Refusal, Refusals,
    ops::host::{Info, Update},
};

use crate::{
    nominet::{
        answer::Answer,
        commands::Reading,
        request::{At, Request},
    },
    objects,
};

/// Reads `<host:update>`. An address that is not there need not be removed: that is worth a warning and no more.
///
/// # Errors
/// Faults against the schema; every bad value.
pub(in crate::nominet) fn parse(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    let update = objects::host::update::parse(reading.object)?;
    Ok(Request::new(|at: At| async move {
        let (update, absent) = without_absent(&at, update).await?;
        let mut done = at.command(update).await?;
        done.warnings.extend(absent);
        Ok(done.map(|()| Answer::nothing()))
    }))
}

/// The update without the addresses that are not there, if it changes anything else, and a warning of each.
async fn without_absent(at: &At, mut update: Update) -> Result<(Update, Vec<Refusal>), engine::Failure> {
    let changes = !update.add.is_empty() || update.rename.is_some();
    if update.remove.is_empty() {
        return Ok((update, Vec::new()));
    }
    let kept = at.query(Info { name: update.name.clone() }).await?.answer.host.addresses;
    if !changes && !update.remove.iter().any(|address| kept.contains(address)) {
        return Ok((update, Vec::new()));
    }
    let (there, absent): (Vec<_>, Vec<_>) =
        update.remove.into_iter().partition(|address| kept.contains(address));
    update.remove = there;
    let warn = |address| Refusal::new(Outcome::AddressAbsent).value(address);
    Ok((update, absent.into_iter().map(warn).collect()))
}

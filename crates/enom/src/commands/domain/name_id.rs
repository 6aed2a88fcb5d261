//! `GetDomainNameID` and `GetDomainSLDTLD`: the id of a domain, and the domain of an id.

use engine::model::DomainId;
use engine::ops::domain::{Dossier, Find};
use engine::{Field, Outcome, Refusal};

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;
use crate::words::parts;

pub(in crate::commands) async fn of_name(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.name();
    let name = params.finish(name)?;
    let done = call.query(Dossier { name }).await?;
    Ok(Reply::of(done, |dossier| Fields::new().one("DomainNameID", dossier.view.domain.id.0.to_string())))
}

pub(in crate::commands) async fn of_id(call: &Call<'_>, mut params: Params) -> Ended {
    let id = params.need("DomainNameID", Field::DomainName, |text| {
        text.parse().map(DomainId).map_err(|_| Refusal::new(Outcome::NumberMalformed).value(text))
    });
    let id = params.finish(id)?;
    let done = call.query(Find { id }).await?;
    Ok(Reply::of(done, |domain| {
        let (sld, tld) = parts(&domain.name);
        Fields::new().one("SLD", sld).one("TLD", tld).one("DomainNameID", domain.id.0.to_string())
    }))
}

//! `ParseDomain`: a name in its two parts. The TLD is the longest that is offered; of another name, all behind the first label.

use engine::Field;
use engine::model::DomainName;

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.need("PassedDomain", Field::DomainName, DomainName::parse);
    let name = params.finish(name)?;
    let (sld, tld) = parts(call, &name);
    let parsed = Fields::new().one("SLD", sld).one("TLD", tld);
    Ok(Reply::new(Fields::new().group("ParseDomain", parsed)))
}

fn parts(call: &Call<'_>, name: &DomainName) -> (String, String) {
    let whole = name.as_str();
    let zones = call.policies().zones().map(|zone| zone.name.as_str());
    let offered = zones.filter(|zone| name.is_within(zone) && *zone != whole).max_by_key(|zone| zone.len());
    let (sld, tld) = match offered {
        Some(zone) => (&whole[..whole.len() - zone.len() - 1], zone),
        None => name.split_first().unwrap_or((whole, "")),
    };
    (sld.to_owned(), tld.to_owned())
}

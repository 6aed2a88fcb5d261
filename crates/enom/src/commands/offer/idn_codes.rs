//! `GetIDNCodes`: the tables of letters of which names in a TLD can be made. In text there is a line for each.

use engine::Field;
use engine::model::DomainName;
use engine::ops::zone::Info;

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.need("TLD", Field::Zone, DomainName::parse);
    let name = params.finish(name)?;
    let done = call.glance(Info { name })?;
    Ok(Reply::of(done, |offer| {
        let tables = offer.zone.idn.tables.iter();
        let languages = tables.zip(1..).fold(Fields::new(), |fields, (table, place)| {
            let (code, title) = (table.tag.clone(), table.title().to_owned());
            fields
                .xml("language", "")
                .marked(vec![("code", code.clone()), ("name", title)])
                .text(format!("language{place}"), code)
        });
        let marks = vec![("tld", offer.zone.name.to_string())];
        Fields::new().group("tlds", Fields::new().group("tld", languages).marked(marks))
    }))
}
